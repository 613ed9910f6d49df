import type { Findings, Likeness, Retriever, Turn } from '../ports.ts'
import type { Reply } from '../reply.ts'

/** A message in its conversation. */
export type Said = Readonly<{
  text: string
  /** What was said before, oldest first. */
  turns: readonly Turn[]
  /** What the text finds by itself. */
  findings: Findings
}>

/** What an answer may still need: another search, a comparison, or the answer the message would get by itself. */
export type Around = Readonly<{ retriever: Retriever; likeness: Likeness; alone: () => Reply }>
