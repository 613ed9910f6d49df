import type { ChecklistItem } from '../../corpus/schema.ts'
import type { Applies } from '../firms/profile.ts'
import { appliesTo } from './fold/applies.ts'
import type { Done } from './log.ts'
import type { ChecklistState, ItemState } from './state.ts'

/**
 * What to write when a firm says something else about itself than before. An item that had no place and has one now is opened
 * again, and so is one that was answered with "not applicable" while the firm says that it applies. What was answered is kept.
 */
export function reopenedBy(before: Applies, after: Applies, { items, apart }: ChecklistState): readonly Done[] {
  return [...items, ...apart].flatMap(({ item, revision, given }) => {
    const when = item.applies_when
    if (given === undefined || when === 'always' || !isNews({ item, status: given.status }, before, after)) return []
    const because = { kind: 'profile', applies_when: when } as const
    return [{ kind: 'reopened', item: item.id, revision, answer: given.seq, because }]
  })
}

type Answered = Readonly<{ item: ChecklistItem; status: ItemState['status'] }>

function isNews({ item, status }: Answered, before: Applies, after: Applies): boolean {
  const appears = !appliesTo(item, before) && appliesTo(item, after)
  const when = item.applies_when
  const contradicts = when !== 'always' && status === 'not_applicable' && before[when] !== true && after[when] === true
  return appears || contradicts
}
