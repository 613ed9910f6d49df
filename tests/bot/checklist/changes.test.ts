import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../bot/checklist/answer.ts'
import { readChecklist } from '../../../bot/checklist/checklist.ts'
import type { Done } from '../../../bot/checklist/log.ts'
import { progressOf } from '../../../bot/checklist/progress.ts'
import { stateOf, type ChecklistState } from '../../../bot/checklist/state.ts'
import type { Knowledge } from '../../../bot/ports.ts'
import type { ChecklistChange, ChecklistItem } from '../../../corpus/schema.ts'
import { KNOWLEDGE, listed, logOf, stateIn } from './logs.ts'

const because = { en: 'It asked two things at once.', ja: '一度に二つのことを聞いていたため。' }
const SINCE = '2027-04-01'

type Corpus = Readonly<{
  without?: readonly string[]
  reworded?: Readonly<Record<string, Partial<ChecklistItem>>>
  added?: readonly string[]
  changes?: readonly ChecklistChange[]
}>

/** The checklist after somebody has worked on it. Added items are like CK-04. */
function changed({ without = [], reworded = {}, added = [], changes = [] }: Corpus): Knowledge {
  const kept = KNOWLEDGE.checklist.filter(({ id }) => !without.includes(id))
  return {
    ...KNOWLEDGE,
    checklist: [
      ...kept.map((item) => ({ ...item, ...reworded[item.id] })),
      ...added.map((id) => ({
        ...listed('CK-04').body,
        id,
        question: { en: `Is ${id} so?`, ja: `${id}はそうですか？` },
      })),
    ],
    checklistChanges: changes,
  }
}

const stateAfter = (corpus: Corpus, deeds: readonly Done[]): ChecklistState =>
  stateOf({ checklist: readChecklist(changed(corpus)), profile: {} }, logOf(deeds))

const about = (item: string) => ({ item, revision: listed(item).revision })
const answered = (item: string, answer: Answer): Done & { kind: 'answered' } => ({
  kind: 'answered',
  ...about(item),
  answer,
})
const DONE = { status: 'done' } as const

describe('a question that is worded otherwise', () => {
  const question = { en: 'Are your PCs up to date?', ja: 'パソコンは新しい状態ですか？' }

  it('keeps its answer, which is marked', () => {
    const state = stateIn(stateAfter({ reworded: { 'CK-04': { question } } }, [answered('CK-04', DONE)]), 'CK-04')
    expect(state).toMatchObject({ status: 'done', reworded: true, reopened: undefined })
  })

  it('is marked no longer when it is answered again', () => {
    const { items } = readChecklist(changed({ reworded: { 'CK-04': { question } } }))
    const revision = items.find(({ body }) => body.id === 'CK-04')?.revision ?? ''
    const again: Done = { kind: 'answered', item: 'CK-04', revision, answer: DONE }
    const state = stateAfter({ reworded: { 'CK-04': { question } } }, [answered('CK-04', DONE), again])
    expect(stateIn(state, 'CK-04').reworded).toBe(false)
  })

  it('is opened again, with what it was, when it asks for something else', () => {
    const state = stateIn(
      stateAfter({ reworded: { 'CK-04': { question, version: 2 } } }, [answered('CK-04', DONE)]),
      'CK-04',
    )
    expect(state).toMatchObject({
      status: 'open',
      reopened: { because: { kind: 'reworded' }, was: [{ status: 'done', seq: 1 }] },
    })
  })

  it('stays as it was where only other texts of the item are mended', () => {
    const why = { en: 'Another story.', ja: '別の話です。' }
    const state = stateIn(stateAfter({ reworded: { 'CK-04': { why } } }, [answered('CK-04', DONE)]), 'CK-04')
    expect(state).toMatchObject({ status: 'done', reworded: false })
  })
})

describe('a question that is split', () => {
  const corpus: Corpus = {
    without: ['CK-05'],
    added: ['CK-31', 'CK-32'],
    changes: [{ kind: 'split', from: 'CK-05', to: ['CK-31', 'CK-32'], since: SINCE, because }],
  }

  it('hands everything said about it to each part, open, with what it was', () => {
    const state = stateAfter(corpus, [answered('CK-05', DONE), { kind: 'noted', ...about('CK-05'), text: 'Ask Sato' }])
    for (const id of ['CK-31', 'CK-32'])
      expect(stateIn(state, id)).toMatchObject({
        status: 'open',
        note: 'Ask Sato',
        reopened: { because: { kind: 'split', since: SINCE }, was: [{ status: 'done', seq: 1 }] },
        history: [{ seq: 1 }, { seq: 2 }],
      })
    expect(progressOf(state)).toMatchObject({ applicable: 31, assessed: 0 })
  })

  it('leaves each part to answers of its own', () => {
    const state = stateAfter(corpus, [answered('CK-05', DONE), { ...answered('CK-05', DONE), item: 'CK-31' }])
    expect([stateIn(state, 'CK-31').status, stateIn(state, 'CK-32').status]).toEqual(['done', 'open'])
  })
})

describe('questions that are merged', () => {
  const corpus: Corpus = {
    without: ['CK-04', 'CK-05'],
    added: ['CK-31'],
    changes: [{ kind: 'merged', from: ['CK-04', 'CK-05'], to: 'CK-31', since: SINCE, because }],
  }
  const merged = (deeds: readonly Done[]) => stateIn(stateAfter(corpus, deeds), 'CK-31')

  it('keep an answer that was the same for all of them, marked as given to another wording', () => {
    expect(merged([answered('CK-04', DONE), answered('CK-05', DONE)])).toMatchObject({ status: 'done', reworded: true })
  })

  it.each([
    ['differ', [answered('CK-04', DONE), answered('CK-05', { status: 'not_yet' })], 2],
    ['are not all there', [answered('CK-04', DONE)], 1],
    [
      'say more than their status',
      [answered('CK-04', { status: 'partly', met: [] }), answered('CK-05', { status: 'partly', met: [] })],
      2,
    ],
  ] as const)('are open, with what each was, where the answers %s', (_, deeds, count) => {
    const state = merged(deeds)
    expect(state).toMatchObject({ status: 'open', reopened: { because: { kind: 'merged', since: SINCE } } })
    expect(state.reopened?.was).toHaveLength(count)
  })

  it('keep every note and all evidence', () => {
    const evidence = { kind: 'link', url: 'https://example.jp/list' } as const
    const state = merged([
      { kind: 'noted', ...about('CK-04'), text: 'Ask Sato' },
      { kind: 'noted', ...about('CK-05'), text: 'Six PCs' },
      { kind: 'evidence_added', ...about('CK-05'), evidence },
      { kind: 'due_set', ...about('CK-05'), due: '2027-05-01' },
    ])
    expect(state).toMatchObject({ status: 'open', note: 'Ask Sato\nSix PCs', evidence: [evidence], due: '2027-05-01' })
  })
})

it('keeps what was said about a retired question, and counts it no longer', () => {
  const corpus: Corpus = { without: ['CK-05'], changes: [{ kind: 'retired', from: 'CK-05', since: SINCE, because }] }
  const state = stateAfter(corpus, [answered('CK-05', DONE)])
  expect(state.retired).toMatchObject([{ given: { status: 'done' }, change: { from: 'CK-05' }, history: [{ seq: 1 }] }])
  expect(progressOf(state)).toMatchObject({ applicable: 29, assessed: 0 })
})

it('follows a question through one change after another', () => {
  const state = stateAfter(
    {
      without: ['CK-04', 'CK-05'],
      added: ['CK-33'],
      changes: [
        { kind: 'split', from: 'CK-05', to: ['CK-31', 'CK-32'], since: SINCE, because },
        { kind: 'merged', from: ['CK-04', 'CK-31', 'CK-32'], to: 'CK-33', since: '2028-04-01', because },
      ],
    },
    [answered('CK-05', DONE), answered('CK-04', DONE)],
  )
  expect(stateIn(state, 'CK-33')).toMatchObject({ status: 'open', reopened: { because: { kind: 'merged' } } })
  expect(new Set(stateIn(state, 'CK-33').history.map(({ seq }) => seq))).toEqual(new Set([1, 2]))
})
