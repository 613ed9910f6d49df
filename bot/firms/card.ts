import type { Action } from '../action.ts'
import type { Block, Button, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'

/** A reply that shows one thing of the firm; a press on it changes it in place. */
export const card = ({ lang }: Pick<Visit, 'lang'>, shows: string, blocks: readonly Block[]): Reply => ({
  outcome: 'command',
  lang,
  blocks,
  confidence: 1,
  shows,
})

export const notice = (text: string): Block => ({ kind: 'notice', text })

export const heading = (text: string): Block => ({ kind: 'heading', text })

export const text = (text: string): Block => ({ kind: 'text', text })

export const buttons = (prompt: string, row: readonly Button[]): Block => ({ kind: 'buttons', prompt, buttons: row })

export const plain = (label: string, action: Action): Button => ({ label, action, tone: 'plain' })

export const main = (label: string, action: Action): Button => ({ label, action, tone: 'main' })

export const danger = (label: string, action: Action): Button => ({ label, action, tone: 'danger' })
