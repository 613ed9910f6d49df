/** Files with nothing wrong in them, each to be spoilt by a test in one place. */
import type { z } from 'zod'
import type {
  askedSchema,
  beyondSchema,
  checklistItemSchema,
  clauseSchema,
  contactSchema,
  crosswalkSchema,
  documentSchema,
  ipaItemSchema,
  onwardSchema,
  outsideSchema,
  pageSchema,
  playbookSchema,
  scsItemSchema,
  termSchema,
} from '../../../corpus/schema.ts'
import type { Files } from './planted.ts'

type Changes<S extends z.ZodType> = Partial<z.input<S>>

export const bilingual = (en: string, ja: string) => ({ en, ja })

const STEP = bilingual('Write a list of every PC you use.', '使っているパソコンを書き出す。')
const ASKS = bilingual(
  'Know which PCs you have and keep the list fresh.',
  'どのパソコンがあるかを知り、一覧を新しく保ちます。',
)
const WHY = bilingual(
  'A bakery forgot an old PC. A stranger got in there.',
  'パン屋が古いパソコンを忘れ、そこから入られました。',
)
const SUMMARY = bilingual('This page tells you where to begin with the list.', '一覧をどこから始めるかを話します。')

/** As many questions as an entry needs, none like another's. */
const questionsOn = (id: string) => ({
  en: Array.from({ length: 8 }, (_, n) => `what about no. ${n} with ${id}?`),
  ja: Array.from({ length: 8 }, (_, n) => `${id}の${n}番って何？`),
})

const source = (document: string) => ({ document, wording: 'paraphrase' as const, basis: 'recollected' as const })

const findable = (id: string, document: string) => ({
  id,
  title: bilingual('Know what you own', '持ち物を知る'),
  questions: questionsOn(id),
  source: source(document),
})

/** The documents that the other files name; every set of files needs them. */
export const DOCUMENTS: Files = Object.fromEntries(
  ['cpsf-1.0', 'scs', 'ipa'].map((id) => [`documents/${id}.yaml`, documentOf(id)]),
)

function documentOf(id: string): z.input<typeof documentSchema> {
  return {
    id,
    framework: 'guidance',
    title: bilingual('A framework', '枠組み'),
    publisher: bilingual('METI', '経済産業省'),
    edition: '1',
    url: { en: 'https://example.org/en', ja: 'https://example.org/ja' },
    licence: bilingual('Reuse with credit', '出典を書けば使える'),
  }
}

export function clause(id: string, changes: Changes<typeof clauseSchema> = {}): Files {
  const body: z.input<typeof clauseSchema> = {
    ...findable(id, 'cpsf-1.0'),
    asks: ASKS,
    why: WHY,
    start: [STEP, STEP, STEP],
    evidence: [bilingual('The list', '一覧'), bilingual('Its date', '日付')],
    outsourced: {
      you: bilingual('The list is yours.', '一覧は自社のものです。'),
      vendor: bilingual('They fill it in.', '書き込みを頼めます。'),
      agree: bilingual('Who fills it in.', 'だれが書き込むか。'),
    },
    ...changes,
  }
  return { [`cpsf/${id}.yaml`]: body }
}

export function page(id: string, changes: Changes<typeof pageSchema> = {}): Files {
  return { [`guidance/${id}.yaml`]: { ...findable(id, 'cpsf-1.0'), summary: SUMMARY, ...changes } }
}

export function scsItem(id: string, changes: Changes<typeof scsItemSchema> = {}): Files {
  const body: z.input<typeof scsItemSchema> = {
    ...findable(id, 'scs'),
    asks: ASKS,
    why: WHY,
    start: [STEP],
    star: 3,
    domain: bilingual('Governance', '体制'),
    ...changes,
  }
  return { [`scs/${id}.yaml`]: body }
}

export const criterion = (id: string, star: 3 | 4 = 3) => ({
  id,
  star,
  says: bilingual('Keep a list.', '一覧を持つ。'),
})

export function ipaItem(
  set: 'rule' | 'self-check',
  number: number,
  changes: Changes<typeof ipaItemSchema> = {},
): Files {
  const id = `ipa-${set}-${number}`
  return {
    [`ipa/${id}.yaml`]: { ...findable(id, 'ipa'), asks: ASKS, start: [STEP], set, number, follows: '4.0', ...changes },
  }
}

export function playbook(id: string, changes: Changes<typeof playbookSchema> = {}): Files {
  const body: z.input<typeof playbookSchema> = {
    ...findable(id, 'cpsf-1.0'),
    summary: SUMMARY,
    steps: [STEP],
    never: [STEP],
    call: ['police'],
    ...changes,
  }
  return { [`incident/${id}.yaml`]: body }
}

export function contact(id: string, changes: Changes<typeof contactSchema> = {}): Files {
  const body: z.input<typeof contactSchema> = {
    id,
    name: bilingual('Police', '警察'),
    helps_with: bilingual('Crime', '犯罪'),
    link: 'https://example.org/',
    basis: 'recollected',
    ...changes,
  }
  return { [`contacts/${id}.yaml`]: body }
}

export function term(id: string, changes: Changes<typeof termSchema> = {}): Files {
  const body: z.input<typeof termSchema> = {
    id,
    term: bilingual('VPN', 'VPN'),
    means: bilingual('A private road through the internet.', 'インターネットの中の専用の道です。'),
    spellings: { en: [], ja: [] },
    ...changes,
  }
  return { [`glossary/${id}.yaml`]: body }
}

type RestsOn = z.input<typeof checklistItemSchema>['rests_on']

export function checklistItem(
  id: string,
  restsOn: Partial<RestsOn>,
  changes: Changes<typeof checklistItemSchema> = {},
): Files {
  const body: z.input<typeof checklistItemSchema> = {
    id,
    stage: 'start',
    first_ten_minutes: false,
    title: bilingual('List of PCs', 'パソコンの一覧'),
    question: bilingual('Do you have a list of your PCs?', 'パソコンの一覧はありますか？'),
    why: WHY,
    steps: [STEP],
    evidence: [bilingual('The list', '一覧')],
    rests_on: { cpsf: [], scs_criteria: [], scs_items: [], ipa: [], ...restsOn },
    effort: 1,
    cost: 1,
    impact: 1,
    applies_when: 'always',
    who_does: 'us',
    ...changes,
  }
  return { [`checklist/${id}.yaml`]: body }
}

export function beyond(ids: string[]): Files {
  const body: z.input<typeof beyondSchema> = {
    reasons: [{ ids, because: bilingual('Too much for now.', 'いまは荷が重いためです。') }],
  }
  return { 'checklist/beyond.yaml': body }
}

type Pair = z.input<typeof crosswalkSchema>['pairs'][number]

export function crosswalk(frameworks: Readonly<{ from: string; to: string }>, pair: Pick<Pair, 'from' | 'to'>): Files {
  const body: z.input<typeof crosswalkSchema> = {
    ...frameworks,
    comes_from: bilingual('Our own reading.', '私たちの読み方です。'),
    pairs: [{ ...pair, relation: 'related', confidence: 'low' }],
  }
  return { 'crosswalk/one.yaml': body }
}

export function asked(id: string, questions: Omit<z.input<typeof askedSchema>, 'id'>): Files {
  return { [`asked/${id}.yaml`]: { id, ...questions } }
}

export function onward(id: string, body: Omit<z.input<typeof onwardSchema>, 'id'>): Files {
  return { [`onward/${id}.yaml`]: { id, ...body } }
}

export function outside(id: string, questions: z.input<typeof outsideSchema>['questions']): Files {
  return { [`outside/${id}.yaml`]: { id, kind: 'outside', questions } }
}
