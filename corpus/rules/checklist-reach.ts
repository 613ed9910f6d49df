import { CPSF_IDS } from '../frameworks.ts'
import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'

/**
 * Once there is a checklist, it reaches everything it claims to: each CPSF requirement is touched by an item or left out
 * with a reason, never both, and each ★3 criterion of the SCS belongs to exactly one item.
 */
export function checklistReach(corpus: Corpus): readonly Problem[] {
  return corpus.checklist.length === 0 ? [] : [...requirements(corpus), ...criteria(corpus)]
}

function requirements({ checklist, beyond }: Corpus): readonly Problem[] {
  const touched = new Set(checklist.flatMap(({ body }) => body.rests_on.cpsf))
  const leftOut = beyond.flatMap(({ path, body }) =>
    body.reasons.flatMap(({ ids }, reason) =>
      ids.map((id, index) => ({ path, at: `reasons.${reason}.ids.${index}`, value: id })),
    ),
  )
  const known = new Set(leftOut.map(({ value }) => value))
  const nowhere = CPSF_IDS.filter((id) => !touched.has(id) && !known.has(id)).map((id) => {
    const fix = 'add it to rests_on.cpsf of an item, or here with the reason'
    return {
      path: 'checklist/beyond.yaml',
      at: 'reasons',
      value: id,
      wrong: 'no checklist item reaches this requirement',
      fix,
    }
  })
  const both = leftOut
    .filter(({ value }) => touched.has(value))
    .map((place) => {
      return { ...place, wrong: 'a checklist item rests on this requirement', fix: 'take it out here, or there' }
    })
  return [...nowhere, ...both]
}

function criteria({ scs, checklist }: Corpus): readonly Problem[] {
  const places = checklist.flatMap(({ path, body }) =>
    body.rests_on.scs_criteria.map((id, index) => ({ path, at: `rests_on.scs_criteria.${index}`, value: id })),
  )
  const byId = Map.groupBy(places, ({ value }) => value)
  const missing = scs.flatMap(({ path, body }) =>
    body.criteria.flatMap(({ id, star }, index) => {
      if (star !== 3 || byId.has(id)) return []
      const fix = 'add it to rests_on.scs_criteria of the item that covers it'
      return [{ path, at: `criteria.${index}`, value: id, wrong: 'no checklist item holds this ★3 criterion', fix }]
    }),
  )
  const again = [...byId.values()].flatMap(([first, ...others]) =>
    others.map((place) => ({
      ...place,
      wrong: `${first?.path ?? ''} holds this criterion too`,
      fix: 'keep it in one of them',
    })),
  )
  return [...missing, ...again]
}
