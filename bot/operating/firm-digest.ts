import { dayWords } from '../checklist/cards/dates.ts'
import { wallTimeAt } from '../digest/calendar/zoned-time.ts'
import { digestReaders, scheduleOf } from '../digest/firm-schedule.ts'
import { latestDue } from '../digest/latest-due.ts'
import type { PlannedDigest } from '../digest/schedule.ts'
import { buttons, card, main, notice, plain, text } from '../firms/card.ts'
import type { Firm } from '../firms/firm.ts'
import type { Reply } from '../reply.ts'
import { firmWordsIn } from '../words/firms.ts'
import { operatingWordsIn } from '../words/operating.ts'
import type { Shift } from './shift.ts'

/** How a firm's digest whose time came last stands: for how many managers, never what it tells. */
export async function showFirmDigest(id: string, shift: Shift): Promise<Reply> {
  const words = operatingWordsIn(shift.lang)
  const found = await dueIn(id, shift)
  if (found === undefined) return card(shift, SHOWS, [notice(words.noSuchFirm)])
  const { firm, planned } = found
  const name = firm.name === '' ? `${firmWordsIn(shift.lang).unnamed} ${id.slice(0, 8)}` : firm.name
  if (planned === undefined) return card(shift, SHOWS, [notice(words.noneDue(name))])
  const missing = (await withoutLetter(firm, planned, shift)).length
  const day = dayWords(wallTimeAt(planned.at, firm.timeZone).day, shift.lang)
  return card(shift, SHOWS, [
    text(words.missing({ firm: name, day, n: missing })),
    buttons('', [
      ...(missing > 0 ? [main(words.sendToThem, { kind: 'send_firm_digest', firm: id, lang: shift.lang })] : []),
      plain(words.toWaiting, { kind: 'letters_waiting', lang: shift.lang }),
    ]),
  ])
}

export async function sendFirmDigest(id: string, shift: Shift): Promise<Reply> {
  const { letters, lang, now } = shift
  const found = await dueIn(id, shift)
  if (found?.planned === undefined) return showFirmDigest(id, shift)
  const { firm, planned } = found
  const missing = await withoutLetter(firm, planned, shift)
  const { period, at } = planned
  const written = await letters.planning.write(
    missing.map((recipient) => ({ firm: id, kind: 'week', period, recipient, at, instead: [] })),
    now,
  )
  return card(shift, SHOWS, [notice(operatingWordsIn(lang).onTheirWay(written))])
}

const SHOWS = 'firm_digest'

async function dueIn(id: string, { firms, now }: Shift) {
  const firm = await firms.find(id)
  const schedule = firm && scheduleOf(firm)
  return firm && { firm, planned: schedule && latestDue(schedule, now) }
}

/** Managers who want it and have no letter of that week, however theirs stands. */
async function withoutLetter({ id }: Firm, planned: PlannedDigest, { firms, letters }: Shift) {
  const [members, lines] = await Promise.all([firms.room(id).members(), letters.record.of(id, planned)])
  const have = new Set(lines.map(({ recipient }) => recipient))
  return digestReaders(members).flatMap((member) => (have.has(member.id) ? [] : [member.id]))
}
