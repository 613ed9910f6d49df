import { expect, it } from 'vitest'
import { digestOf, type DigestInput } from '../../../bot/digest/digest.ts'
import { digestReply } from '../../../bot/digest/reply.ts'
import { SUGGESTED_DIGEST } from '../../../bot/firms/firm.ts'
import { brokenPromises } from '../promises.ts'
import { CHECKLIST, KNOWLEDGE, listed, logOf } from '../checklist/logs.ts'

const about = (id: string) => ({ item: id, revision: listed(id).revision })

const INPUT: DigestInput = {
  planned: { kind: 'week', period: '2026-W48', at: new Date('2026-11-24T01:00:00Z') },
  firm: {
    id: 'f',
    name: 'Yamada',
    lang: 'ja',
    timeZone: 'Asia/Tokyo',
    profile: {},
    settings: { digest: SUGGESTED_DIGEST },
  },
  members: [],
  log: logOf([{ kind: 'answered', ...about('CK-04'), answer: { status: 'done' } }]),
  checklist: CHECKLIST,
  corpus: KNOWLEDGE.version,
  previous: { at: new Date('2026-11-01T01:00:00Z'), corpus: KNOWLEDGE.version },
  unanswered: { questions: 0, people: 0 },
}

it('tells both numbers with their change', () => {
  const digest = digestOf(INPUT)
  expect(digest).toMatchObject({ now: { assessed: 1, inPlace: 1 }, before: { assessed: 0, inPlace: 0 } })
  const reply = digestReply(digest, 'en')
  expect(JSON.stringify(reply)).toContain('1 of 30 items (+1 since 1 November)')
  expect(brokenPromises(reply, KNOWLEDGE)).toEqual([])
})
