import { CPSF_CATEGORIES } from '../../../corpus/frameworks.ts'
import type { Bilingual } from '../../../corpus/schema.ts'
import type { ChecklistState } from '../state.ts'

/**
 * A category of the CPSF: how many items that apply bear on it, and how many of those are in place or partly. Bearing on a
 * category is touching it; nothing here says that a requirement is met.
 */
export type CategoryLine = Readonly<{
  category: string
  title: Bilingual
  items: number
  inPlace: number
  partly: number
}>

export function categoriesOf({ items }: ChecklistState): readonly CategoryLine[] {
  return Object.entries(CPSF_CATEGORIES).map(([category, { en, ja }]) => {
    const bearing = items.filter(
      ({ item, status }) =>
        status !== 'not_applicable' && item.rests_on.cpsf.some((id) => id.startsWith(`CPS.${category}-`)),
    )
    return {
      category,
      title: { en, ja },
      items: bearing.length,
      inPlace: bearing.filter(({ status }) => status === 'done').length,
      partly: bearing.filter(({ status }) => status === 'partly').length,
    }
  })
}
