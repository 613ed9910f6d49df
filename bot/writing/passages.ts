import type { Bilingual } from '../../corpus/schema.ts'
import { statementOf } from '../answering/cite.ts'
import type { Entry, Knowledge } from '../ports.ts'
import { citationsOf, type Reply } from '../reply.ts'
import type { Passage } from './ports.ts'

/** A passage with how a sentence that rests on it is shown: `mark` is its citation; `own` marks Shirube's own advice. */
export type Ground = Passage & Readonly<{ mark: number; own: boolean }>

/** In characters, of which a token is one at worst. What is left out can't be cited either. */
const MOST_MATERIAL = 12_000

/** What a writer may rest on: everything the corpus has on the entry an answer rests on, and what the others ask. */
export function passagesOf(reply: Reply, knowledge: Knowledge): readonly Ground[] {
  const texts = citationsOf(reply).flatMap(({ n, id }) => {
    const entry = knowledge.entry(id)
    return entry === undefined ? [] : textsOf(entry, n).map((text) => ({ ...text, id, mark: n }))
  })
  let left = MOST_MATERIAL
  return texts
    .map(({ says, ...rest }, index) => ({ ...rest, n: index + 1, text: says[reply.lang] }))
    .filter(({ text }) => (left -= text.length) >= 0)
}

type Text = Readonly<{ about: string; says: Bilingual; own: boolean }>

function textsOf(entry: Entry, mark: number): readonly Text[] {
  const asks = { about: 'what it asks', says: statementOf(entry), own: false }
  return mark === 1 ? [asks, ...detailsOf(entry)] : [asks]
}

const own = (about: string, texts: readonly Bilingual[]): readonly Text[] =>
  texts.map((says) => ({ about, says, own: true }))

function detailsOf(entry: Entry): readonly Text[] {
  switch (entry.kind) {
    case 'clause': {
      const { why, start, evidence, outsourced } = entry.body
      return [
        ...own('why it matters', [why]),
        ...own('how to go about it', start),
        ...own('what shows that it is done', evidence),
        ...own('when outsourced: what stays with you', [outsourced.you]),
        ...own('when outsourced: what to expect from the vendor', [outsourced.vendor]),
        ...own('when outsourced: what to agree beforehand', [outsourced.agree]),
      ]
    }
    case 'page':
      return entry.body.points.map((says) => ({ about: 'a point of the page', says, own: false }))
    case 'scs':
      return [...own('why it matters', [entry.body.why]), ...own('how to go about it', entry.body.start)]
    case 'ipa':
      return own('how to go about it', entry.body.start)
  }
}
