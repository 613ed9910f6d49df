import { randomUUID } from 'node:crypto'
import { createInMemoryFirms } from '../../../adapters/store/in-memory-firms.ts'
import { createNoLetters } from '../../../adapters/store/in-memory-letters.ts'
import { createInMemoryOperators } from '../../../adapters/store/in-memory-operators.ts'
import { createLinks } from '../../../adapters/web/links.ts'
import type { Action } from '../../../bot/action.ts'
import { isAside } from '../../../bot/aside-actions.ts'
import { createDesk } from '../../../bot/desk.ts'
import type { Letters } from '../../../bot/digest/ledger.ts'
import type { FormValues, Speaker } from '../../../bot/event.ts'
import type { Visitor } from '../../../bot/firms/firm.ts'
import type { Codes, Firms, Operators } from '../../../bot/ports.ts'
import type { Block, Button, Reply } from '../../../bot/reply.ts'
import { knowledgeOf } from '../../../compose.ts'
import { CORPUS_DATA } from '../../../corpus/files.ts'
import { loadCorpus } from '../../../corpus/load.ts'
import type { Lang } from '../../../corpus/schema.ts'

const corpus = await loadCorpus(CORPUS_DATA)
export const knowledge = knowledgeOf(corpus)

export type TestDesk = Readonly<{
  firms: Firms
  codes: Codes
  operators: Operators
  letters: Letters
  press: (speaker: Speaker, action: Action, values?: FormValues) => Promise<Reply>
  visitor: (speaker: Speaker) => Promise<Visitor>
  /** The desk's clock, as it stands. */
  now: { value: Date }
}>

/** A desk on firms of its own, with the corpus that ships. */
export function openDesk(lang: Lang = 'en', letters: Letters = createNoLetters()): TestDesk {
  const { firms, codes } = createInMemoryFirms()
  const now = { value: new Date('2027-02-02T01:00:00Z') }
  const operators = createInMemoryOperators()
  const isOperator = (person: string) => operators.has(person)
  const { linkTo } = createLinks(Buffer.alloc(32))
  const needs = { knowledge, firms, codes, linkTo, letters, isOperator, clock: () => now.value }
  const desk = createDesk(needs)
  return {
    firms,
    codes,
    operators,
    letters,
    now,
    press: (speaker, action, values = {}) => {
      if (isAside(action)) throw new Error(`${action.kind} is nothing for the desk`)
      const id = randomUUID()
      return desk({ event: { id, thread: id, lang, speaker, kind: 'press', action, values }, action, values, lang })
    },
    visitor: async (speaker) => {
      const visitor = await firms.welcome(speaker)
      if (visitor === undefined) throw new Error(`${speaker.person} is a guest`)
      return visitor
    },
  }
}

export const person = (name: string, workspace = 'slack:T1', standing: Speaker['standing'] = 'member'): Speaker => ({
  workspace,
  person: `${workspace}:${name}`,
  name,
  standing,
  place: 'private',
})

export const owner = (name: string, workspace = 'slack:T1'): Speaker => person(name, workspace, 'owner')

export const buttonsOf = ({ blocks }: Reply): readonly Button[] =>
  blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons : block.kind === 'form' ? [block.form.submit] : [],
  )

export const formIn = ({ blocks }: Reply): Extract<Block, { kind: 'form' }>['form'] => {
  const form = blocks.find((block) => block.kind === 'form')
  if (form === undefined) throw new Error(`no form in ${JSON.stringify(blocks)}`)
  return form.form
}

/** Everything a person reads in it. */
export const textOf = (reply: Reply): string => JSON.stringify(reply.blocks)

/** The code shown on a card. */
export const codeIn = (reply: Reply): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(textOf(reply))?.[0] ?? 'no code'
