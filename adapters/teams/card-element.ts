import { inline, paragraphs } from './text.ts'

/** An Adaptive Card 1.5, or a part of one, as JSON: adaptivecards.io/explorer. Teams supports this version. */
export type Card = Readonly<Record<string, unknown>>

export const textBlock = (text: string, most: number): Card => ({
  type: 'TextBlock',
  text: paragraphs(text, most) || '…',
  wrap: true,
})

export const headingBlock = (text: string, most: number): Card => ({
  type: 'TextBlock',
  text: inline(text, most),
  wrap: true,
  size: 'Medium',
  weight: 'Bolder',
  style: 'heading',
})
