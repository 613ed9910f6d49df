import { claimIn } from '../../corpus/claims.ts'
import type { Block, Form, Reply } from '../reply.ts'

/** Lets a reply through, or puts `instead` in its place when it claims something nobody here can know. */
export function guard(reply: Reply, instead: () => Reply): Reply {
  return reply.blocks.flatMap(textsOf).some(claimsAboutSomebody) ? instead() : reply
}

export const claimsAboutSomebody = (text: string): boolean => claimIn(text) !== undefined

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'notice':
    case 'heading':
    case 'written_by_model':
      return [block.text]
    case 'list':
      return [block.heading, ...block.items]
    case 'citations':
      return block.citations.flatMap(({ title, quote }) => [title, quote])
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label }) => label)]
    case 'suggestions':
      return [block.prompt]
    case 'related':
      return block.links.map(({ title }) => title)
    case 'buttons':
      return [block.prompt, ...block.buttons.map(({ label }) => label)]
    case 'form':
      return formTexts(block.form)
    case 'link':
      return [block.label]
    case 'facts':
    case 'progress':
      return [] // What people wrote themselves, and numbers: nothing that Shirube claims.
  }
}

const formTexts = ({ title, intro, fields }: Form): readonly string[] => [
  title,
  intro,
  ...fields.flatMap(({ label, hint = '' }) => [label, hint]),
]
