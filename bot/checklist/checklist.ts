import type { Bilingual, ChecklistChange, ChecklistItem } from '../../corpus/schema.ts'
import type { Knowledge } from '../ports.ts'
import { revisionOf } from './fold/revision.ts'

/**
 * What "partly" asks about: a criterion of SCS ★3 that the item holds, in our own words. Where an item holds none, its steps stand
 * in (`step-1`).
 */
export type Criterion = Readonly<{ id: string; says: Bilingual; kind: 'scs' | 'step' }>

export type ListedItem = Readonly<{ body: ChecklistItem; criteria: readonly Criterion[]; revision: string }>

/** The items in their order, and what became of earlier ones. */
export type Checklist = Readonly<{ items: readonly ListedItem[]; changes: readonly ChecklistChange[] }>

/** Costs a hash over all of it: once per start. */
export function readChecklist(knowledge: Knowledge): Checklist {
  return { items: knowledge.checklist.map((body) => listed(body, knowledge)), changes: knowledge.checklistChanges }
}

function listed(body: ChecklistItem, knowledge: Knowledge): ListedItem {
  const held = body.rests_on.scs_criteria.flatMap((id) => scsCriterion(id, knowledge))
  const criteria = held.length > 0 ? held : body.steps.map((says, n) => stepOf(says, n))
  const texts = [body.question, ...criteria.map(({ says }) => says)].flatMap(({ en, ja }) => [en, ja])
  return { body, criteria, revision: revisionOf(body.version, texts) }
}

/** A criterion's id begins with its item's: `4-4-4-1` belongs to `4-4-4`. */
function scsCriterion(id: string, knowledge: Knowledge): readonly Criterion[] {
  const entry = knowledge.entry(id.replace(/-\d+$/u, ''))
  const found = entry?.kind === 'scs' ? entry.body.criteria.find((criterion) => criterion.id === id) : undefined
  return found === undefined ? [] : [{ id, says: found.says, kind: 'scs' }]
}

const stepOf = (says: Bilingual, n: number): Criterion => ({ id: `step-${n + 1}`, says, kind: 'step' })
