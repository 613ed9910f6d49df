import type { Lang } from '../../corpus/schema.ts'
import { readChecklist, type Checklist } from '../checklist/checklist.ts'
import type { Done } from '../checklist/log.ts'
import type { Speaker } from '../event.ts'
import type { Firms, Knowledge } from '../ports.ts'
import { SUGGESTED_DIGEST, type Firm, type Visitor } from './firm.ts'
import { sampleWordsIn, type SampleWords } from '../words/sample.ts'

const DAY_MS = 86_400_000

type Planting = Readonly<{ firms: Firms; knowledge: Knowledge; owner: Speaker; lang: Lang; now: Date }>

/**
 * On the very first start, something to look at: a made-up firm, marked as such, some weeks into its checklist. Does nothing
 * where anything was said, done or cleared before.
 */
export async function plantSample(planting: Planting): Promise<void> {
  const { firms, owner, now, lang } = planting
  const visitor = await firms.welcome(owner)
  if (visitor === undefined || !(await isUntouched(visitor, firms))) return
  const words = sampleWordsIn(lang)
  const colleague = await firms.welcome({
    ...owner,
    person: `${owner.person}:sample`,
    name: words.colleague,
    standing: 'member',
  })
  const room = firms.room(visitor.firm.id)
  await room.changeFirm((firm) => ({ ...asSample(firm, now, words), lang }))
  const people = { owner: visitor.member.id, colleague: colleague?.member.id ?? visitor.member.id }
  for (const [n, { daysAgo, by, done }] of happenings(readChecklist(planting.knowledge), people, {
    now,
    words,
  }).entries())
    await room.append({ event: `sample:${n}`, by, at: new Date(now.getTime() - daysAgo * DAY_MS), done: [done] })
}

async function isUntouched({ firm }: Visitor, firms: Firms): Promise<boolean> {
  const room = firms.room(firm.id)
  const [members, log] = await Promise.all([room.members(), room.log()])
  return firm.settings.sample === undefined && firm.name === '' && members.length === 1 && log.length === 0
}

function asSample(firm: Firm, now: Date, words: SampleWords): Firm {
  return {
    ...firm,
    name: words.firm,
    profile: {
      contacts: words.contacts,
      requests: [{ who: words.customer, what: words.asks, by: dayAfter(now, 120) }],
      customer_asks: true,
      internet_line: true,
      wifi_or_factory: true,
      factory_machines: true,
      cloud_or_portal: true,
      outsourcing: true,
      size: '6-20',
    },
    settings: { digest: SUGGESTED_DIGEST, onboarding: 'done', sample: 'shown' },
  }
}

const dayAfter = (now: Date, days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)

type People = Readonly<{ owner: string; colleague: string }>
type Happening = Readonly<{ daysAgo: number; by: string; done: Done }>

/** Three weeks of a firm's work: most of the start, some of the basics, two things nobody knows. */
function happenings(
  checklist: Checklist,
  { owner, colleague }: People,
  { now, words }: Readonly<{ now: Date; words: SampleWords }>,
): readonly Happening[] {
  const about = (item: string) => {
    const listed = checklist.items.find(({ body }) => body.id === item)
    return { item, revision: listed?.revision ?? '1-00000000' }
  }
  const answer = (daysAgo: number, item: string, status: 'done' | 'not_yet' | 'dont_know'): Happening => {
    return { daysAgo, by: colleague, done: { kind: 'answered', ...about(item), answer: { status } } }
  }
  return [
    answer(21, 'CK-02', 'done'),
    answer(21, 'CK-03', 'not_yet'),
    answer(20, 'CK-04', 'dont_know'),
    answer(14, 'CK-01', 'done'),
    { daysAgo: 14, by: colleague, done: { kind: 'noted', ...about('CK-01'), text: words.note } },
    answer(13, 'CK-05', 'not_yet'),
    answer(8, 'CK-03', 'done'),
    { daysAgo: 7, by: owner, done: { kind: 'owner_set', ...about('CK-05'), owner: colleague } },
    { daysAgo: 7, by: owner, done: { kind: 'due_set', ...about('CK-05'), due: dayAfter(now, 10) } },
    answer(6, 'CK-06', 'done'),
    answer(6, 'CK-08', 'dont_know'),
    answer(1, 'CK-12', 'done'),
  ]
}
