import type { Corpus } from './load.ts'

export type Stats = Readonly<{
  version: string
  cpsf: number
  pages: number
  scs: number
  scsStar3: number
  scsCriteria: number
  ipaRules: number
  ipaSelfCheck: number
  checklist: number
  beyond: number
  terms: number
  contacts: number
  playbooks: number
  crosswalkPairs: number
  documents: number
  questions: Readonly<{ en: number; ja: number }>
  outsideQuestions: number
  basis: Readonly<{ seen: number; recollected: number }>
  wording: Readonly<{ paraphrase: number; official: number; own: number }>
  dated: Readonly<{ checked: number; expires: number }>
}>

/** How much of everything the corpus holds. */
export function statsOf(corpus: Corpus): Stats {
  const findable = [...corpus.clauses, ...corpus.pages, ...corpus.scs, ...corpus.ipa, ...corpus.playbooks].map(
    ({ body }) => body,
  )
  const asked = corpus.asked.map(({ body }) => body)
  const dated = [...corpus.pages, ...corpus.contacts, ...corpus.scs, ...corpus.ipa, ...corpus.checklist].map(
    ({ body }) => body,
  )
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const own = [...corpus.terms, ...corpus.checklist].map(({ body }) => body.source)
  const sources = [...findable.map(({ source }) => source), ...own]
  const withBasis = [...sources.map(({ basis }) => basis), ...corpus.contacts.map(({ body }) => body.basis)]
  const withWording = sources.map(({ wording }) => wording)
  const count = <T>(all: readonly T[], wanted: T): number => all.filter((one) => one === wanted).length
  return {
    version: corpus.version,
    cpsf: corpus.clauses.length,
    pages: corpus.pages.length,
    scs: corpus.scs.length,
    scsStar3: corpus.scs.filter(({ body }) => body.star === 3).length,
    scsCriteria: sum(corpus.scs.map(({ body }) => body.criteria.length)),
    ipaRules: corpus.ipa.filter(({ body }) => body.set === 'rule').length,
    ipaSelfCheck: corpus.ipa.filter(({ body }) => body.set === 'self-check').length,
    checklist: corpus.checklist.length,
    beyond: sum(corpus.beyond.flatMap(({ body }) => body.reasons.map(({ ids }) => ids.length))),
    terms: corpus.terms.length,
    contacts: corpus.contacts.length,
    playbooks: corpus.playbooks.length,
    crosswalkPairs: sum(corpus.crosswalks.flatMap(({ body }) => body.pairs.map(({ to }) => to.length))),
    documents: corpus.documents.length,
    questions: {
      en: sum([...findable.map(({ questions }) => questions.en.length), ...asked.map(({ en }) => en.length)]),
      ja: sum([...findable.map(({ questions }) => questions.ja.length), ...asked.map(({ ja }) => ja.length)]),
    },
    outsideQuestions: sum(corpus.outside.map(({ body }) => body.questions.en.length + body.questions.ja.length)),
    basis: { seen: count(withBasis, 'seen'), recollected: count(withBasis, 'recollected') },
    wording: {
      paraphrase: count(withWording, 'paraphrase'),
      official: count(withWording, 'official'),
      own: count(withWording, 'own'),
    },
    dated: {
      checked: dated.filter(({ checked_on }) => checked_on !== undefined).length,
      expires: dated.filter(({ expires }) => expires !== undefined).length,
    },
  }
}
