import type { Corpus, Filed } from '../load.ts'
import type { Problem } from '../problem.ts'
import type { Crosswalk } from '../schema.ts'

/** Whatever an entry points to is there; `related` names other entries, each once. */
export function knownIds(corpus: Corpus): readonly Problem[] {
  const known = idsOf(corpus)
  return [
    ...related(corpus, known),
    ...documents(corpus, known),
    ...corpus.clauses.flatMap(({ path, body }) => {
      const pointers = body.differs.map(({ from }, index) => ({ at: `differs.${index}.from`, id: from }))
      return missing(path, pointers, known.clauses)
    }),
    ...onward(corpus, known),
    ...corpus.playbooks.flatMap(({ path, body }) => missing(path, each('call', body.call), known.contacts)),
    ...checklist(corpus, known),
    ...corpus.beyond.flatMap(({ path, body }) =>
      body.reasons.flatMap(({ ids }, index) => missing(path, each(`reasons.${index}.ids`, ids), known.clauses)),
    ),
    ...corpus.crosswalks.flatMap((file) => crosswalk(file, known)),
  ]
}

/** What can be pointed to: what it is called, and which ids there are. */
type Ids = Readonly<{ what: string; ids: ReadonlySet<string> }>
type Known = ReturnType<typeof idsOf>
type Pointer = Readonly<{ at: string; id: string }>

function idsOf({ clauses, pages, scs, ipa, playbooks, terms, contacts, documents }: Corpus) {
  const ids = (what: string, files: readonly Filed<{ id: string }>[]): Ids => {
    return { what, ids: new Set(files.map(({ body }) => body.id)) }
  }
  const items = scs.map(({ body }) => body.id)
  const criteria = scs.flatMap(({ body }) => body.criteria.map(({ id }) => id))
  return {
    clauses: ids('CPSF requirement', clauses),
    scsItems: ids('SCS item', scs),
    criteria: { what: 'SCS criterion', ids: new Set(criteria) },
    scs: { what: 'SCS item or criterion', ids: new Set([...items, ...criteria]) },
    ipa: ids('IPA item', ipa),
    contacts: ids('contact', contacts),
    documents: ids('document', documents),
    entries: ids('entry', [...clauses, ...pages, ...scs, ...ipa, ...playbooks, ...terms]),
  }
}

const each = (at: string, ids: readonly string[]): readonly Pointer[] =>
  ids.map((id, index) => ({ at: `${at}.${index}`, id }))

function missing(path: string, pointers: readonly Pointer[], known: Ids): readonly Problem[] {
  return pointers
    .filter(({ id }) => !known.ids.has(id))
    .map(({ at, id }) => {
      const fix = 'write that file, or name one that is there'
      return { path, at, value: id, wrong: `there is no ${known.what} with this id`, fix }
    })
}

function related({ clauses, pages, scs, ipa, playbooks, terms }: Corpus, known: Known): readonly Problem[] {
  return [...clauses, ...pages, ...scs, ...ipa, ...playbooks, ...terms].flatMap(({ path, body }) => [
    ...missing(path, each('related', body.related), known.entries),
    ...body.related.flatMap((id, index) => {
      const where = { path, at: `related.${index}`, value: id, fix: 'take it out' }
      if (id === body.id) return [{ ...where, wrong: 'an entry is not related to itself' }]
      return body.related.indexOf(id) < index ? [{ ...where, wrong: 'this id is there twice' }] : []
    }),
  ])
}

function onward(corpus: Corpus, known: Known): readonly Problem[] {
  return corpus.onward.flatMap(({ path, body }) => {
    const pointers = body.leads.map(({ to }, index) => ({ at: `leads.${index}.to`, id: to }))
    const wrong = 'nobody goes on to what they were told already; it belongs to `stays`'
    const toItself = pointers.filter(({ id }) => id === body.id)
    return [
      ...missing(path, pointers, known.clauses),
      ...toItself.map(({ at, id }) => ({ path, at, value: id, wrong, fix: 'move its questions there' })),
    ]
  })
}

function documents({ clauses, pages, scs, ipa, playbooks }: Corpus, known: Known): readonly Problem[] {
  return [...clauses, ...pages, ...scs, ...ipa, ...playbooks].flatMap(({ path, body }) =>
    missing(path, [{ at: 'source.document', id: body.source.document }], known.documents),
  )
}

function checklist(corpus: Corpus, known: Known): readonly Problem[] {
  return corpus.checklist.flatMap(({ path, body: { rests_on } }) => [
    ...missing(path, each('rests_on.cpsf', rests_on.cpsf), known.clauses),
    ...missing(path, each('rests_on.scs_criteria', rests_on.scs_criteria), known.criteria),
    ...missing(path, each('rests_on.scs_items', rests_on.scs_items), known.scsItems),
    ...missing(path, each('rests_on.ipa', rests_on.ipa), known.ipa),
  ])
}

/** Only CPSF and SCS ids can be looked up; those of other frameworks are not in the corpus. */
function crosswalk({ path, body }: Filed<Crosswalk>, known: Known): readonly Problem[] {
  return body.pairs.flatMap((pair, index) => [
    ...missingOf(body.from, { path, pointers: [{ at: `pairs.${index}.from`, id: pair.from }] }, known),
    ...missingOf(body.to, { path, pointers: each(`pairs.${index}.to`, pair.to) }, known),
  ])
}

type Side = Readonly<{ path: string; pointers: readonly Pointer[] }>

function missingOf(framework: string, { path, pointers }: Side, known: Known): readonly Problem[] {
  if (/^scs/iu.test(framework)) return missing(path, pointers, known.scs)
  if (/^cpsf/iu.test(framework)) return missing(path, pointers, known.clauses)
  return missing(
    path,
    pointers.filter(({ id }) => id.startsWith('CPS.')),
    known.clauses,
  )
}
