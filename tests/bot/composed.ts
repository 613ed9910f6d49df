import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatEvent } from '../../bot/event.ts'
import type { Entry, Knowledge } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { composeBot, type Composed } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import type { Lang } from '../../corpus/schema.ts'

/** Where every test that composes the bot finds the index that another one built. */
export const SHARED_DATA = join(tmpdir(), 'shirube-tests')

export type TestBot = Composed &
  Readonly<{
    ask: (text: string, lang?: Lang) => Promise<Reply>
    choose: (entry: string, lang: Lang) => Promise<Reply>
  }>

/** The bot as it starts, on the corpus that ships. Costs a second or two: once per file. */
export async function composeTestBot(): Promise<TestBot> {
  const composed = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }))
  return { ...composed, ask: (text, lang) => composed.bot(said(text, lang)), choose: choosing(composed) }
}

/** Something new that a person typed; with `lang`, somebody who chose a language. */
export function said(text: string, lang?: Lang): ChatEvent {
  const id = `test:${randomUUID()}`
  return { id, thread: id, kind: 'message', text, ...(lang === undefined ? {} : { lang }) }
}

const choosing =
  ({ bot }: Composed): TestBot['choose'] =>
  (entry, lang) => {
    const id = `test:${randomUUID()}`
    return bot({ id, thread: id, kind: 'choice', entry, lang })
  }

/** An entry that the test knows is there. */
export function entryIn(knowledge: Knowledge, id: string): Entry {
  const entry = knowledge.entry(id)
  if (entry === undefined) throw new Error(`${id} is not in the corpus`)
  return entry
}

/** A clause that the test knows is there. */
export function clauseIn(knowledge: Knowledge, id: string): Extract<Entry, { kind: 'clause' }>['body'] {
  const entry = entryIn(knowledge, id)
  if (entry.kind !== 'clause') throw new Error(`${id} is not a clause`)
  return entry.body
}
