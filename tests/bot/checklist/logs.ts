import fc from 'fast-check'
import { readChecklist, type Checklist, type ListedItem } from '../../../bot/checklist/checklist.ts'
import type { Done, Logged } from '../../../bot/checklist/log.ts'
import type { ChecklistState, ItemState } from '../../../bot/checklist/state.ts'
import { knowledgeOf } from '../../../compose.ts'
import { CORPUS_DATA } from '../../../corpus/files.ts'
import { loadCorpus } from '../../../corpus/load.ts'

export const KNOWLEDGE = knowledgeOf(await loadCorpus(CORPUS_DATA))

/** The checklist that ships. */
export const CHECKLIST: Checklist = readChecklist(KNOWLEDGE)

export function listed(id: string, { items }: Checklist = CHECKLIST): ListedItem {
  const found = items.find(({ body }) => body.id === id)
  if (found === undefined) throw new Error(`${id} is not in the checklist`)
  return found
}

export function stateIn(state: ChecklistState, id: string): ItemState {
  const found = [...state.items, ...state.apart].find(({ item }) => item.id === id)
  if (found === undefined) throw new Error(`${id} is not in the checklist`)
  return found
}

const START = Date.parse('2026-11-02T00:00:00Z')

/** A log of these deeds, a minute apart, each of an event of its own. */
export const logOf = (deeds: readonly Done[], by = 'hana'): readonly Logged[] =>
  deeds.map((done, n) => {
    return { seq: n + 1, at: new Date(START + n * 60_000).toISOString(), by, event: `e${n + 1}`, done }
  })

/** Few items, so that what is done meets what was done before. */
const about = fc.constantFrom(...CHECKLIST.items.slice(0, 4)).map(({ body, revision }) => ({ item: body.id, revision }))
const ref = fc.integer({ min: 1, max: 30 })
const day = fc.constantFrom('2026-11-30', '2026-12-24', '2027-03-31')

const answer = fc.oneof(
  fc.constantFrom({ status: 'done' }, { status: 'not_yet' }, { status: 'dont_know' } as const),
  fc.record({ status: fc.constant('partly'), met: fc.subarray(['1-2-1-1', '1-2-1-2']) } as const),
  fc.record({ status: fc.constant('not_applicable'), reason: fc.constantFrom('no machines', '機械がない') } as const),
)

const deed: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answered'), answer }) },
  fc.record({ kind: fc.constant('noted'), text: fc.constantFrom('', 'ask the vendor', '業者に聞く') }),
  fc.record({
    kind: fc.constant('evidence_added'),
    evidence: fc.record({ kind: fc.constant('link'), url: fc.webUrl(), expires: day }),
  }),
  fc.record({ kind: fc.constant('evidence_removed'), added: ref }),
  fc.record({ kind: fc.constant('owner_set'), owner: fc.constantFrom('hana', 'ken') }),
  fc.constant({ kind: 'owner_cleared' }),
  fc.record({ kind: fc.constant('due_set'), due: day }),
  fc.constant({ kind: 'due_cleared' }),
  fc.record({ kind: fc.constant('put_off'), until: day }),
  fc.record({ kind: fc.constant('responsible_set'), party: fc.constantFrom('us', 'vendor', 'shared') }),
  fc.constant({ kind: 'responsible_cleared' }),
  fc.record({ kind: fc.constant('confirmed'), answer: ref }),
  fc.record({ kind: fc.constant('sent_back'), answer: ref, reason: fc.constant('please look again') }),
  fc.record({
    kind: fc.constant('reopened'),
    answer: ref,
    because: fc.constant({ kind: 'profile', applies_when: 'internet_line' }),
  }),
)

export const deedToItem = fc.tuple(about, deed).map(([where, what]) => ({ ...where, ...what }) as Done)
const undone = fc.record({ kind: fc.constant('undone' as const), undoes: ref })

/** Anything that people can do, in any order, whether it makes sense or not. */
export const anyLog = fc
  .array(fc.oneof({ weight: 4, arbitrary: deedToItem }, undone), { maxLength: 25 })
  .map((deeds) => logOf(deeds))
