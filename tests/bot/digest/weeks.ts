import fc from 'fast-check'
import type { Done, Logged } from '../../../bot/checklist/log.ts'
import { digestOf, type Digest, type DigestInput } from '../../../bot/digest/digest.ts'
import { SUGGESTED_DIGEST, type Firm, type Member } from '../../../bot/firms/firm.ts'
import { anyLog, CHECKLIST, KNOWLEDGE, listed } from '../checklist/logs.ts'

/** A Tuesday at ten in Tokyo. */
export const TUESDAY = new Date('2026-11-24T01:00:00Z')
const WEEK_BEFORE = new Date('2026-11-17T01:00:00Z')

export const firm: Firm = {
  id: 'f1',
  name: 'Yamada Works',
  lang: 'ja',
  timeZone: 'Asia/Tokyo',
  profile: {},
  settings: { digest: SUGGESTED_DIGEST },
}

export const member = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  name: id.toUpperCase(),
  roles: ['staff'],
  left: false,
  ...changes,
})

const INPUT: DigestInput = {
  planned: { kind: 'week', period: '2026-W48', at: TUESDAY },
  firm,
  members: ['hana', 'ken', 'rei', 'sho', 'yui'].map((id) => member(id)),
  log: [],
  checklist: CHECKLIST,
  corpus: KNOWLEDGE.version,
  previous: { at: WEEK_BEFORE, corpus: KNOWLEDGE.version },
  unanswered: { questions: 0, people: 0 },
}

export const digest = (changes: Partial<DigestInput> = {}): Digest => digestOf({ ...INPUT, ...changes })

/** What was done on which day, at noon in Tokyo. */
export const logOn = (...deeds: readonly (readonly [day: string, done: Done])[]): readonly Logged[] =>
  deeds.map(([day, done], n) => ({ seq: n + 1, at: `${day}T03:00:00.000Z`, by: 'hana', event: `e${n}`, done }))

export const about = (item: string) => ({ item, revision: listed(item).revision })

export const answered = (item: string, status: 'done' | 'not_yet' | 'dont_know'): Done => ({
  kind: 'answered',
  ...about(item),
  answer: { status },
})

/** Anything people can do, over the nine weeks before. */
export const anyWeeks: fc.Arbitrary<readonly Logged[]> = anyLog.map((log) =>
  log.map((entry, n) => ({
    ...entry,
    at: new Date(TUESDAY.getTime() - (log.length - n) * 2.5 * 86_400_000).toISOString(),
  })),
)
