import { CPSF_IDS } from '../frameworks.ts'
import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'

/** How many there are: SCS as listed on 27 March 2026, IPA's guideline 4.0, and our own checklist. */
const SCS = { items: 43, itemsAtStar3: 26, criteriaAtStar3: 81 }
const IPA = { rule: 6, 'self-check': 25 } as const
const CHECKLIST = { items: 30, firstTenMinutes: 7, stages: { start: 11, basics: 10, show: 9 } } as const

/** A framework that the corpus speaks about is there as a whole: a missing item would be read as "nothing is asked". */
export function completeIds(corpus: Corpus): readonly Problem[] {
  return [...cpsf(corpus), ...scs(corpus), ...criteria(corpus), ...ipa(corpus), ...checklist(corpus)]
}

function cpsf({ clauses }: Corpus): readonly Problem[] {
  const there = new Set(clauses.map(({ body }) => body.id))
  const missing = CPSF_IDS.filter((id) => !there.has(id)).map((id) => {
    const fix = 'write the file; docs/corpus.md says how'
    return { path: `cpsf/${id}.yaml`, at: 'id', value: id, wrong: 'this requirement of the CPSF is missing', fix }
  })
  const invented = clauses
    .filter(({ body }) => !CPSF_IDS.includes(body.id))
    .map(({ path, body }) => {
      const fix = 'remove the file; the 104 ids are in corpus/frameworks.ts'
      return { path, at: 'id', value: body.id, wrong: 'the CPSF has no such requirement', fix }
    })
  return [...missing, ...invented]
}

function scs({ scs: items }: Corpus): readonly Problem[] {
  if (items.length === 0) return []
  const atStar3 = items.filter(({ body }) => body.star === 3).length
  const criteriaAtStar3 = items.flatMap(({ body }) => body.criteria).filter(({ star }) => star === 3).length
  return [
    ...counted({ path: 'scs', at: '', what: 'SCS items', is: items.length, should: SCS.items }),
    ...counted({ path: 'scs', at: 'star', what: 'SCS items at ★3', is: atStar3, should: SCS.itemsAtStar3 }),
    ...counted({
      path: 'scs',
      at: 'criteria',
      what: 'criteria at ★3',
      is: criteriaAtStar3,
      should: SCS.criteriaAtStar3,
    }),
  ]
}

function criteria({ scs: items }: Corpus): readonly Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { path, body } of items) {
    for (const [index, { id }] of body.criteria.entries()) {
      const where = { path, at: `criteria.${index}.id`, value: id }
      const fix = 'copy the id from the published list'
      if (!id.startsWith(`${body.id}-`))
        problems.push({ ...where, wrong: `the criterion's id does not begin with ${body.id}-`, fix })
      if (seen.has(id)) problems.push({ ...where, wrong: 'another criterion has this id too', fix })
      seen.add(id)
    }
  }
  return problems
}

function ipa({ ipa: items }: Corpus): readonly Problem[] {
  if (items.length === 0) return []
  return (['rule', 'self-check'] as const).flatMap((set) => {
    const numbers = new Set(items.filter(({ body }) => body.set === set).map(({ body }) => body.number))
    const missing = Array.from({ length: IPA[set] }, (_, index) => index + 1).filter((number) => !numbers.has(number))
    const there = items.filter(({ body }) => body.set === set).length
    return [
      ...counted({ path: 'ipa', at: 'set', what: `IPA items of the set "${set}"`, is: there, should: IPA[set] }),
      ...missing.map((number) => {
        const wrong = `number ${number} of IPA's set "${set}" is missing`
        return {
          path: 'ipa',
          at: 'number',
          value: String(number),
          wrong,
          fix: 'write the file, or mend the number of another',
        }
      }),
    ]
  })
}

function checklist({ checklist: items }: Corpus): readonly Problem[] {
  if (items.length === 0) return []
  const path = 'checklist'
  const quick = items.filter(({ body }) => body.first_ten_minutes).length
  return [
    ...counted({ path, at: '', what: 'checklist items', is: items.length, should: CHECKLIST.items }),
    ...counted({
      path,
      at: 'first_ten_minutes',
      what: 'items for the first ten minutes',
      is: quick,
      should: CHECKLIST.firstTenMinutes,
    }),
    ...Object.entries(CHECKLIST.stages).flatMap(([stage, should]) => {
      const is = items.filter(({ body }) => body.stage === stage).length
      return counted({ path, at: 'stage', what: `items in the stage "${stage}"`, is, should })
    }),
  ]
}

type Count = Readonly<{ path: string; at: string; what: string; is: number; should: number }>

function counted({ path, at, what, is, should }: Count): readonly Problem[] {
  if (is === should) return []
  const fix = is < should ? 'write the missing ones' : 'remove those that are too many'
  return [{ path, at, value: String(is), wrong: `there should be ${should} ${what}`, fix }]
}
