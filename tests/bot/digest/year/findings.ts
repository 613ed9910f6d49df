import { isDeepStrictEqual } from 'node:util'
import { digestOf, type Digest } from '../../../../bot/digest/digest.ts'
import { scheduleOf } from '../../../../bot/digest/firm-schedule.ts'
import type { LetterLine } from '../../../../bot/digest/ledger.ts'
import { digestReply, quietReply } from '../../../../bot/digest/reply.ts'
import { nextDigest } from '../../../../bot/digest/schedule.ts'
import { LANGS } from '../../../../corpus/schema.ts'
import type { Logged } from '../../../../bot/checklist/log.ts'
import { CHECKLIST, KNOWLEDGE } from './corpus.ts'
import type { Founded } from './found.ts'
import type { Lived } from './live.ts'
import { workspaceOf } from './world.ts'

/** What was found wrong, in words; empty when all is as it must be. */
export type Findings = Readonly<{ letters: readonly LetterLine[]; wrong: readonly string[] }>

export async function findingsOf(lived: Lived): Promise<Findings> {
  const letters: LetterLine[] = []
  const wrong: string[] = []
  for (const firm of lived.firms) {
    const own = await lived.world.ledgers[0].record.sent(firm.id, 10_000)
    letters.push(...own)
    wrong.push(...twice(own, lived), ...unended(own), ...(await miscounted(firm, own, lived)))
    if (firm.calm) wrong.push(...(await missing(firm, own, lived)))
  }
  return { letters, wrong: [...wrong, ...emptyStubs(letters, lived)] }
}

/** No letter stands in two messages; one that was sent stands in one. */
function twice(letters: readonly LetterLine[], { platform }: Lived): readonly string[] {
  return letters.flatMap(({ id, period, state }) => {
    const times = platform.filled(id).length
    return times > 1 || (state === 'sent' && times !== 1) ? [`${period} ${state} was read ${times} times`] : []
  })
}

const unended = (letters: readonly LetterLine[]): readonly string[] =>
  letters
    .filter(({ state }) => state === 'planned' || state === 'sending')
    .map(({ period, state, at, reason }) => `${period} of ${at.toISOString()} is still ${state}: ${reason ?? ''}`)

function emptyStubs(letters: readonly LetterLine[], { platform }: Lived): readonly string[] {
  const states = new Map(letters.map(({ id, state }) => [id, state]))
  return [...platform.messages.values()]
    .filter(({ filled }) => filled === undefined)
    .map(({ letter }) => states.get(letter) ?? 'nowhere')
    .filter((state) => state !== 'uncertain' && state !== 'failed')
    .map((state) => `an empty stub is left of a letter that is ${state}`)
}

/** Of a firm that changes nothing, every week has a letter for every manager, or a later one that names it. */
async function missing(firm: Founded, letters: readonly LetterLine[], { world, from, to }: Lived) {
  const found = await world.firms.find(firm.id)
  const schedule = found && scheduleOf(found)
  if (schedule === undefined) return [`${firm.id} has no schedule`]
  const weeks: string[] = []
  for (let one = nextDigest(schedule, from); one !== undefined && one.at < to; one = nextDigest(schedule, one.at))
    weeks.push(one.period)
  return firm.managers.flatMap((manager) => {
    const own = letters.filter(({ kind, recipient }) => kind === 'week' && recipient === manager)
    const told = new Set(own.flatMap(({ period, instead }) => [period, ...instead]))
    const listed = new Set(weeks.slice(0, -1))
    const lost = [...listed].filter((week) => !told.has(week)).map((week) => `${week} is missing for ${firm.n}`)
    const made = [...told].filter((week) => !weeks.includes(week)).map((week) => `${week} was made up for ${firm.n}`)
    return [...lost, ...made]
  })
}

/** Every number, from the log alone: as `digestOf` counts it, and counted by hand. Every reader is shown it. */
async function miscounted(firm: Founded, letters: readonly LetterLine[], lived: Lived): Promise<readonly string[]> {
  const log = await lived.world.firms.room(firm.id).log()
  const sent = letters.filter(({ state, kind }) => state === 'sent' && kind !== 'day')
  const wrong: string[] = []
  for (const [of, same] of Map.groupBy(sent, ({ kind, period }) => `${kind} ${period} of ${firm.n}`)) {
    const [letter] = same
    const told = letter && (await lived.world.ledgers[0].archive.told(letter))
    if (letter === undefined || told === undefined || told.data.kind === 'day')
      return [`${of} is sent and says nothing`]
    if (!(await isRecounted(told.data, { letter, letters, log, lived }))) wrong.push(`${of} counts otherwise`)
    if (told.data.now.inPlace !== inPlaceAt(log, told.data.at)) wrong.push(`${of} is wrong by hand`)
    const shown = repliesOf(told.data)
    if (!same.every((one) => isShown(shown, one, { firm, lived }))) wrong.push(`${of} shows something else`)
  }
  return wrong
}

type Counted = Readonly<{ letter: LetterLine; letters: readonly LetterLine[]; log: readonly Logged[]; lived: Lived }>

/**
 * The one before may have come to its end later; then it counted from the one before that. Where the schedule changed in between,
 * another recipient's letter of the same period was planned for another moment.
 */
async function isRecounted(data: Digest, { letter, letters, log, lived }: Counted): Promise<boolean> {
  const firm = await lived.world.firms.find(letter.firm)
  if (firm === undefined) return false
  const { kind, period } = data
  const common = { firm, members: [], log, checklist: CHECKLIST, corpus: KNOWLEDGE.version }
  const same = letters.filter((one) => one.kind === kind && one.period === period)
  const earlier = letters.filter((one) => one.kind === kind && one.at < letter.at).slice(0, 16)
  return same.some(({ at }) =>
    [...earlier, undefined].some((before) => {
      const previous = before && { at: before.at, corpus: KNOWLEDGE.version }
      const planned = { kind, period, at }
      const counted = digestOf({ ...common, planned, previous, unanswered: { questions: 0, people: 0 } })
      return isDeepStrictEqual(plain(counted), plain(data))
    }),
  )
}

/** JSON knows no undefined. */
const plain = (data: object): unknown => JSON.parse(JSON.stringify(data))

/** Items whose last answer was that they are done. */
function inPlaceAt(log: readonly Logged[], at: string): number {
  const last = new Map<string, string>()
  for (const { done, at: when } of log)
    if (done.kind === 'answered' && when <= at) last.set(done.item, done.answer.status)
  return [...last.values()].filter((status) => status === 'done').length
}

/** In both languages, with and without something to tell. */
const repliesOf = (data: Digest): ReadonlySet<string> =>
  new Set(
    LANGS.flatMap((lang) => [digestReply(data, lang), quietReply(data, lang)]).map((reply) => JSON.stringify(reply)),
  )

type Shown = Readonly<{ firm: Founded; lived: Lived }>

function isShown(replies: ReadonlySet<string>, { id, recipient }: LetterLine, { firm, lived }: Shown): boolean {
  const message = lived.platform.filled(id)[0]
  const isTheirs = firm.managers.includes(recipient) && message?.person.startsWith(`${workspaceOf(firm.n)}:`) === true
  return isTheirs && replies.has(JSON.stringify(message.filled))
}
