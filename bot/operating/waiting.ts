import { dayWords } from '../checklist/cards/dates.ts'
import { wallTimeAt } from '../digest/calendar/zoned-time.ts'
import type { LetterLine } from '../digest/ledger.ts'
import { buttons, card, heading, notice, plain, text } from '../firms/card.ts'
import type { Block, Reply } from '../reply.ts'
import { firmWordsIn } from '../words/firms.ts'
import { operatingWordsIn } from '../words/operating.ts'
import type { Shift } from './shift.ts'

/** As many as fit on one screen, with a button each. */
const MOST = 10

/** The letters that need a person, oldest first: whose and how they stand, never what they tell. */
export const showWaiting = (shift: Shift): Promise<Reply> => waitingCard(shift, [])

export async function resendLetter(letter: string, shift: Shift): Promise<Reply> {
  const words = operatingWordsIn(shift.lang)
  const line = await shift.letters.record.resend(letter, shift.now)
  const who = line && (await recipientOf(line, shift))
  return waitingCard(shift, [notice(who === undefined ? words.noneToResend : words.resent(who.firm, who.name))])
}

async function waitingCard(shift: Shift, before: readonly Block[]): Promise<Reply> {
  const { letters, lang, now } = shift
  const words = operatingWordsIn(lang)
  const [lines, stand, run] = await Promise.all([
    letters.record.stuck(MOST),
    letters.record.counts(),
    letters.planning.lastRun(),
  ])
  const waiting = stand.uncertain + stand.failed
  const rows = await Promise.all(lines.map((line) => rowOf(line, shift)))
  const planner = notice(words.planner(run && Math.floor((now.getTime() - run.at.getTime()) / 60_000)))
  if (rows.length === 0) return card(shift, SHOWS, [...before, text(words.noneWaiting), planner])
  return card(shift, SHOWS, [
    ...before,
    heading(words.waiting(waiting)),
    { kind: 'facts', facts: rows.map(({ label, value }) => ({ label, value })) },
    ...(waiting > rows.length ? [notice(words.notAll(rows.length))] : []),
    notice(words.lookFirst),
    buttons(
      words.resendWhich,
      rows.map(({ button, letter }) => plain(button, { kind: 'resend_letter', letter, lang })),
    ),
    planner,
  ])
}

const SHOWS = 'letters_waiting'

type Row = Readonly<{ letter: string; label: string; value: string; button: string }>

async function rowOf(line: LetterLine, shift: Shift): Promise<Row> {
  const { lang } = shift
  const words = operatingWordsIn(lang)
  const { firm, name, timeZone } = await recipientOf(line, shift)
  const day = dayWords(wallTimeAt(line.at, timeZone).day, lang)
  const { kind, state, reason } = line
  return {
    letter: line.id,
    label: words.to(firm, name),
    button: words.which(words.to(firm, name), day),
    value: words.line({ kind, day, isUncertain: state === 'uncertain', reason }),
  }
}

/** By name, so that the operator can ask whether it came. */
async function recipientOf({ firm: id, recipient }: LetterLine, { firms, lang }: Shift) {
  const words = firmWordsIn(lang)
  const [firm, members] = await Promise.all([firms.find(id), firms.room(id).members()])
  const name = members.find((member) => member.id === recipient)?.name ?? ''
  return {
    firm: firm === undefined || firm.name === '' ? `${words.unnamed} ${id.slice(0, 8)}` : firm.name,
    name: name === '' ? words.formerMember : name,
    timeZone: firm?.timeZone ?? 'UTC',
  }
}
