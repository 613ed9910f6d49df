import { randomUUID } from 'node:crypto'
import { createInMemoryFirms } from '../../../adapters/store/in-memory-firms.ts'
import { createNoLetters } from '../../../adapters/store/in-memory-letters.ts'
import { createLinks } from '../../../adapters/web/links.ts'
import type { Action } from '../../../bot/action.ts'
import { createBot } from '../../../bot/bot.ts'
import { asComposed } from '../../../bot/writing/wording.ts'
import { createDesk } from '../../../bot/desk.ts'
import type { FormValues, Speaker } from '../../../bot/event.ts'
import type { Applies } from '../../../bot/firms/profile.ts'
import type { Knowledge } from '../../../bot/ports.ts'
import type { Block, Button, Form, Progress, Reply } from '../../../bot/reply.ts'
import type { Lang } from '../../../corpus/schema.ts'
import { KNOWLEDGE } from './logs.ts'

/** Hana works in the firm, Ken is its manager. */
type Person = 'hana' | 'ken'
type Doing = Readonly<{ as?: Person; lang?: Lang; values?: FormValues; event?: string }>

export type Office = Readonly<{
  press: (action: Action, doing?: Doing) => Promise<Reply>
  type: (text: string, doing?: Doing) => Promise<Reply>
  /** Presses the button with this label in a reply, or sends its form. */
  pressIn: (reply: Reply, label: string, doing?: Doing) => Promise<Reply>
  entries: () => Promise<number>
  describe: (profile: Applies) => Promise<void>
  memberId: (person: Person) => Promise<string>
  /** Lets this many days go by. */
  wait: (days: number) => void
}>

/** A firm with two people and a clock of its own, come to by events and heard by replies. It begins on 2 November 2026. */
export function openOffice(knowledge: Knowledge = KNOWLEDGE): Office {
  let now = Date.parse('2026-11-02T01:00:00Z')
  const { firms, codes } = createInMemoryFirms()
  const desk = createDesk({
    knowledge,
    firms,
    codes,
    letters: createNoLetters(),
    isOperator: () => Promise.resolve(false),
    linkTo: createLinks(Buffer.alloc(32)).linkTo,
    clock: () => new Date(now),
  })
  const retriever = {
    find: () => Promise.resolve({ named: [], unknown: [], hits: [], coverage: 0, verdict: 'uncovered' as const }),
  }
  const bot = createBot({
    knowledge,
    retriever,
    likeness: () => Promise.resolve([]),
    recall: () => Promise.resolve([]),
    word: asComposed,
    defaultLang: 'ja',
    desk,
  })
  const come = ({ as = 'hana', lang = 'en', event = randomUUID() }: Doing) => ({
    id: event,
    thread: event,
    lang,
    speaker: speaker(as),
  })
  const press: Office['press'] = (action, doing = {}) =>
    bot({ ...come(doing), kind: 'press', action, values: doing.values ?? {} })
  const room = async (as: Person) => {
    const visitor = await firms.welcome(speaker(as))
    if (visitor === undefined) throw new Error(`${as} is a guest`)
    return { ...visitor, room: firms.room(visitor.firm.id) }
  }
  return {
    press,
    type: (text, doing = {}) => bot({ ...come(doing), kind: 'message', text }),
    pressIn: (reply, label, doing = {}) => press(buttonIn(reply, label).action, doing),
    entries: async () => (await (await room('hana')).room.log()).length,
    describe: async (profile) => {
      await (await room('ken')).room.changeFirm((firm) => ({ ...firm, profile }))
    },
    memberId: async (person) => (await room(person)).member.id,
    wait: (days) => {
      now += days * 86_400_000
    },
  }
}

const speaker = (as: Person): Speaker => ({
  workspace: 'web:local',
  person: `web:${as}`,
  name: as === 'hana' ? 'Hana' : 'Ken',
  standing: as === 'hana' ? 'member' : 'owner',
  place: 'private',
})

export const buttonsIn = ({ blocks }: Reply): readonly Button[] =>
  blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons : block.kind === 'form' ? [block.form.submit] : [],
  )

export function buttonIn(reply: Reply, label: string): Button {
  const found = buttonsIn(reply).find((button) => button.label.includes(label))
  if (found === undefined)
    throw new Error(
      `There is no button “${label}” among ${buttonsIn(reply)
        .map((button) => button.label)
        .join(' | ')}`,
    )
  return found
}

export function formIn({ blocks }: Reply): Form {
  const form = blocks.find((block) => block.kind === 'form')?.form
  if (form === undefined) throw new Error('There is no form in this reply')
  return form
}

export const progressIn = ({ blocks }: Reply): Progress | undefined =>
  blocks.find((block) => block.kind === 'progress')?.progress

export const factsIn = ({ blocks }: Reply): Readonly<Record<string, string>> =>
  Object.fromEntries(
    blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])).map(({ label, value }) => [label, value]),
  )

export const saysIn = ({ blocks }: Reply, kind: 'notice' | 'text' | 'heading'): string =>
  blocks
    .filter((block): block is Extract<Block, { kind: typeof kind }> => block.kind === kind)
    .map(({ text }) => text)
    .join('\n')
