import type { ChecklistItem } from '../../../corpus/schema.ts'
import type { Applies } from '../../firms/profile.ts'

/** Whether an item has a place in a firm like this. What the firm has not spoken about yet, it is asked. */
export const appliesTo = ({ applies_when: when }: ChecklistItem, firm: Applies): boolean =>
  when === 'always' || firm[when] !== false
