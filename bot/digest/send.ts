import { dayWords } from '../checklist/cards/dates.ts'
import { buttons, card, main, plain, text } from '../firms/card.ts'
import type { Button, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { sendWordsIn } from '../words/digest-send.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import { digestOf } from './digest.ts'
import { digestReaders, scheduleOf } from './firm-schedule.ts'
import { latestDue } from './latest-due.ts'
import type { LetterLine } from './ledger.ts'
import type { PlannedDigest } from './schedule.ts'
import { sinceLast } from './since-last.ts'

/** The manager's own digest whose time came last, as it stands, with a button where it can be sent. */
export async function showSend(visit: Visit): Promise<Reply> {
  const words = sendWordsIn(visit.lang)
  const found = await ownDigest(visit)
  switch (found.kind) {
    case 'off':
      return sendCard(words.off, [plain(words.settings, { kind: 'digest_settings' })], visit)
    case 'opted_out':
      return sendCard(words.optedOut, [plain(words.ownSettings, { kind: 'settings' })], visit)
    case 'none_due':
      return sendCard(words.noneDue, [plain(words.preview, { kind: 'digest' })], visit)
    case 'quiet':
      return sendCard(words.quiet(found.day), [plain(words.preview, { kind: 'digest' })], visit)
    case 'new':
      return sendCard(words.canBeSent(found.day), [main(words.send, { kind: 'send_digest' })], visit)
    case 'stuck':
      return sendCard(words.mayBeThere(found.day), [main(words.sendAgain, { kind: 'send_digest' })], visit)
    case 'underway':
      return sendCard(words.underway(found.day), [], visit)
    case 'got':
      return sendCard(words.got(found.day), [plain(words.showAgain, { kind: 'last_digest' })], visit)
  }
}

/** Once for a week, however often it is pressed; one that may be there already goes out again because its reader said so. */
export async function sendDigest(visit: Visit): Promise<Reply> {
  const { letters, firm, member, now, lang } = visit
  const found = await ownDigest(visit)
  if (found.kind === 'stuck') await letters.record.resend(found.letter, now)
  else if (found.kind === 'new') {
    const { period, at } = found.planned
    const letter = { firm: firm.id, kind: 'week', period, recipient: member.id, at, instead: [] } as const
    await letters.planning.write([letter], now)
  } else return showSend(visit)
  return sendCard(sendWordsIn(lang).onItsWay, [], visit)
}

const sendCard = (said: string, row: readonly Button[], visit: Visit): Reply =>
  card(visit, 'send_digest', [text(said), ...(row.length > 0 ? [buttons('', row)] : [])])

type OwnDigest =
  | Readonly<{ kind: 'off' | 'opted_out' | 'none_due' }>
  | Readonly<{ kind: 'quiet' | 'underway' | 'got'; day: string }>
  | Readonly<{ kind: 'new'; day: string; planned: PlannedDigest }>
  | Readonly<{ kind: 'stuck'; day: string; letter: string }>

async function ownDigest(visit: Visit): Promise<OwnDigest> {
  const { firm, member, lang, now, letters } = visit
  const schedule = scheduleOf(firm)
  if (schedule === undefined || firm.settings.sample === 'shown') return { kind: 'off' }
  if (digestReaders([member]).length === 0) return { kind: 'opted_out' }
  const planned = latestDue(schedule, now)
  if (planned === undefined) return { kind: 'none_due' }
  const day = dayWords(wallTimeAt(planned.at, firm.timeZone).day, lang)
  const own = (await letters.record.of(firm.id, planned)).find(({ recipient }) => recipient === member.id)
  if (own !== undefined) return standing(own, day)
  return (await isQuiet(planned, visit)) ? { kind: 'quiet', day } : { kind: 'new', day, planned }
}

function standing({ id, state, reason }: LetterLine, day: string): OwnDigest {
  switch (state) {
    case 'planned':
    case 'sending':
      return { kind: 'underway', day }
    case 'uncertain':
    case 'failed':
      return { kind: 'stuck', day, letter: id }
    case 'sent':
      return { kind: 'got', day }
    case 'skipped':
      return reason === 'quiet' ? { kind: 'quiet', day } : { kind: 'got', day }
  }
}

/** Whether the letter would be left out, so that nobody waits for it. */
async function isQuiet(planned: PlannedDigest, { firm, room, letters, checklist, knowledge }: Visit): Promise<boolean> {
  if (firm.settings.digest?.quietWeek === 'line') return false
  const corpus = knowledge.version
  const since = await sinceLast({ firm, corpus, at: planned.at }, letters)
  const [log, members] = await Promise.all([room.log(), room.members()])
  return digestOf({ ...since, planned, firm, members, log, checklist, corpus }).quiet
}
