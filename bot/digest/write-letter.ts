import { readChecklist, type Checklist } from '../checklist/checklist.ts'
import type { Firm, Member } from '../firms/firm.ts'
import type { Lang } from '../../corpus/schema.ts'
import type { Firms, Knowledge } from '../ports.ts'
import type { Reply } from '../reply.ts'
import { digestWordsIn } from '../words/digest.ts'
import { letterWordsIn } from '../words/letters.ts'
import { digestOf } from './digest.ts'
import { digestReaders, scheduleOf } from './firm-schedule.ts'
import type { LetterData, LetterKind, Letters, SkipReason, Taken, Told } from './ledger.ts'
import { remindersOf, reminderReply } from './reminders.ts'
import { digestReply, quietReply, titleOf } from './reply.ts'
import { askedSince } from './since-last.ts'

/** What one recipient gets, in their language. `stub` holds its place; `hash` and `corpus` name what it tells. */
export type Written =
  | Readonly<{ kind: 'written'; stub: Reply; reply: Reply; hash: string; corpus: string }>
  | Readonly<{ kind: 'skipped'; because: SkipReason; withdrawn: Reply }>

export type WriteLetter = (taken: Taken) => Promise<Written>

export type WriterNeeds = Readonly<{
  firms: Firms
  knowledge: Knowledge
  /** What another recipient or an earlier attempt was told. */
  told: (taken: Taken) => Promise<Told | undefined>
  keep: (taken: Taken, data: LetterData) => Promise<Told>
  asked: Letters['asked']
}>

/** Who wants it is asked now and not when it was planned; what it tells is as of when it was planned. */
export function createLetterWriter(needs: WriterNeeds): WriteLetter {
  const checklist = readChecklist(needs.knowledge)
  return async (taken) => {
    const [firm, members] = await Promise.all([needs.firms.find(taken.firm), needs.firms.room(taken.firm).members()])
    const member = members.find(({ id }) => id === taken.recipient)
    const lang = member?.lang ?? firm?.lang ?? 'ja'
    if (firm === undefined || member === undefined) return skipped('left', lang)
    const because = refusal(taken.kind, firm, member)
    if (because !== undefined) return skipped(because, lang)
    const told = await needs.told(taken)
    const { data, hash } = told ?? (await needs.keep(taken, await tell({ taken, firm, members, checklist }, needs)))
    return write(data, { hash, corpus: needs.knowledge.version, settings: firm.settings, lang })
  }
}

function refusal(kind: LetterKind, firm: Firm, member: Member): SkipReason | undefined {
  if (member.left || member.name === '') return 'left'
  const wants =
    kind === 'day' ? member.reminders === 'on' : digestReaders([member]).length > 0 && scheduleOf(firm) !== undefined
  return wants ? undefined : 'opted_out'
}

type File = Readonly<{ taken: Taken; firm: Firm; members: readonly Member[]; checklist: Checklist }>

async function tell({ taken, firm, members, checklist }: File, needs: WriterNeeds): Promise<LetterData> {
  const { kind, period, at, previous } = taken
  const log = await needs.firms.room(firm.id).log()
  if (kind === 'day') {
    const reminders = remindersOf({ firm, members, log, checklist, at, previous: previous?.at })
    return { kind, items: reminders.find((one) => one.member.id === taken.recipient)?.items ?? [] }
  }
  const unanswered = await askedSince(firm.id, { previous, at }, needs.asked)
  const corpus = needs.knowledge.version
  return digestOf({ planned: { kind, period, at }, firm, members, log, checklist, corpus, previous, unanswered })
}

type Writing = Readonly<{ hash: string; corpus: string; settings: Firm['settings']; lang: Lang }>

function write(data: LetterData, writing: Writing): Written {
  const { settings, lang, hash, corpus } = writing
  if (data.kind === 'day') {
    if (data.items.length === 0) return skipped('quiet', lang)
    return {
      kind: 'written',
      ...around(digestWordsIn(lang).reminder, lang),
      reply: reminderReply(data, lang),
      hash,
      corpus,
    }
  }
  const isLine = data.kind === 'week' && data.quiet
  if (isLine && settings.digest?.quietWeek !== 'line') return skipped('quiet', lang)
  const reply = isLine ? quietReply(data, lang) : digestReply(data, lang)
  return { kind: 'written', ...around(titleOf(data, lang), lang), reply, hash, corpus }
}

/** The title is what a notification shows, so the stub has it already. */
const around = (title: string, lang: Lang) => ({
  stub: saying([{ kind: 'heading', text: title }, text(letterWordsIn(lang).underway)], lang),
})

const skipped = (because: SkipReason, lang: Lang): Written => ({
  kind: 'skipped',
  because,
  withdrawn: saying([text(letterWordsIn(lang).withdrawn)], lang),
})

const text = (said: string) => ({ kind: 'text', text: said }) as const

const saying = (blocks: Reply['blocks'], lang: Lang): Reply => ({
  outcome: 'command',
  lang,
  blocks,
  confidence: 1,
  audience: 'speaker',
})
