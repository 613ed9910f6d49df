import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Store } from '../../../adapters/store/store.ts'
import { createLinks } from '../../../adapters/web/links.ts'
import type { Action } from '../../../bot/action.ts'
import { isAside } from '../../../bot/aside-actions.ts'
import { commandIn } from '../../../bot/commands.ts'
import type { Posted } from '../../../bot/delivery/mailroom.ts'
import type { Messenger } from '../../../bot/delivery/messenger.ts'
import { createDesk } from '../../../bot/desk.ts'
import { createPlanner } from '../../../bot/digest/planner.ts'
import { createSender } from '../../../bot/digest/sender.ts'
import { createLetterWriter } from '../../../bot/digest/write-letter.ts'
import type { FormValues, Speaker } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import type { Lang } from '../../../corpus/schema.ts'
import { knowledge } from '../firms/desk.ts'

/** A desk on a store of its own, and a platform that its letters go to. */
export type Post = Readonly<{
  store: Store
  /** The clock, as it stands. */
  now: { value: Date }
  press: (speaker: Speaker, action: Action, values?: FormValues) => Promise<Reply>
  type: (speaker: Speaker, text: string) => Promise<Reply>
  /** Sends what is due; answers what the platform shows, in the order in which it came. */
  deliver: () => Promise<readonly Reply[]>
  /** The platform of each message, in the same order. */
  places: () => readonly string[]
  /** What the platform answers to the next message it is given, and to the next that it is to fill. */
  next: (posted: Posted) => void
  nextFill: (posted: Posted) => void
  /** What is due is planned, as the planner does each minute. */
  plan: () => Promise<void>
  close: () => Promise<void>
}>

export async function openPost(lang: Lang = 'en'): Promise<Post> {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-post-'))
  const store = await openPglite(folder)
  const now = { value: new Date('2027-02-02T01:00:00Z') }
  const clock = () => now.value
  const { firms, codes, ledger, operators } = store
  const asked = (firm: string, span: Parameters<Store['unanswered']>[1]) => store.unanswered(firm, span)
  const { linkTo } = createLinks(Buffer.alloc(32))
  const isOperator = (person: string) => operators.has(person)
  const desk = createDesk({ knowledge, firms, codes, linkTo, isOperator, clock, letters: { ...ledger, asked } })
  const platform = openPlatform()
  const send = createSender({
    sending: ledger.sending,
    write: createLetterWriter({
      firms,
      knowledge,
      asked,
      told: (taken) => ledger.archive.told(taken),
      keep: (taken, data) => ledger.sending.keep(taken, data),
    }),
    messengers: ['test', 'teams'].map(platform.messenger),
    addressBook: store.addressBook,
    clock,
    report: (cause) => {
      throw cause
    },
    count: () => undefined,
  })
  const planner = createPlanner({
    planning: ledger.planning,
    members: (firm) => firms.room(firm).members(),
    clock,
    report: (cause) => {
      throw cause
    },
  })
  const press: Post['press'] = (speaker, action, values = {}) => {
    if (isAside(action)) throw new Error(`${action.kind} is nothing for the desk`)
    const id = randomUUID()
    return desk({ event: { id, thread: id, lang, speaker, kind: 'press', action, values }, action, values, lang })
  }
  return {
    store,
    now,
    press,
    type(speaker, text) {
      const action = commandIn(text)
      if (action === undefined) throw new Error(`“${text}” opens nothing`)
      return press(speaker, action)
    },
    async deliver() {
      for (const id of await ledger.planning.due(now.value, 100)) await send(id)
      return platform.shown()
    },
    places: platform.places,
    next: platform.next,
    nextFill: platform.nextFill,
    async plan() {
      await planner()
    },
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Shows what it was given, under whichever name, each message under an id of its own. */
function openPlatform() {
  const shown = new Map<string, Reply>()
  let answer: Posted | undefined
  let filled: Posted | undefined
  const places: string[] = []
  const messenger = (name: string): Messenger => ({
    name,
    say(_, reply) {
      const posted = answer ?? { kind: 'sent', message: randomUUID() }
      answer = undefined
      if (posted.kind === 'sent') {
        places.push(name)
        shown.set(posted.message, reply)
      }
      return Promise.resolve(posted)
    },
    fill(_, message, reply) {
      const posted = filled ?? { kind: 'sent', message }
      filled = undefined
      if (posted.kind === 'sent') shown.set(message, reply)
      return Promise.resolve(posted)
    },
  })
  const next = (posted: Posted): void => {
    answer = posted
  }
  const nextFill = (posted: Posted): void => {
    filled = posted
  }
  return { messenger, next, nextFill, places: () => places, shown: () => [...shown.values()] }
}

/** A firm in that workspace with one manager, who can be written to. */
export async function managed({ store }: Post, speaker: Speaker, name: string) {
  const visitor = await store.firms.welcome(speaker)
  if (visitor === undefined) throw new Error('nobody was welcomed')
  const { person, workspace } = speaker
  await store.addressBook.remember({ person, platform: 'test', workspace, address: { to: person } })
  const room = store.firms.room(visitor.firm.id)
  const firm = await room.changeFirm((before) => ({ ...before, name, lang: 'en' }))
  const member = await room.changeMember(visitor.member.id, (before) => ({ ...before, roles: ['manager'] }))
  if (member === undefined) throw new Error('nobody there')
  return { firm, member, room }
}
