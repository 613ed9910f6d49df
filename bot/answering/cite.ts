import type { Lang } from '../../corpus/schema.ts'
import type { Entry, Knowledge } from '../ports.ts'
import type { Citation } from '../reply.ts'

/** The citation of an entry; everything in it comes from the corpus, nothing from a text that was composed. */
export function cite(knowledge: Knowledge, entry: Entry, { n, lang }: { n: number; lang: Lang }): Citation {
  const { body } = entry
  const document = knowledge.document(body.source.document)
  return {
    n,
    id: body.id,
    framework: document.framework,
    edition: document.edition,
    title: body.title[lang],
    document: document.title[lang],
    wording: body.source.wording,
    basis: body.source.basis,
    quote: statementOf(entry)[lang],
    url: document.url[lang],
  }
}

/** What the source says, in our words: the sentence a citation stands for. */
export function statementOf(entry: Entry): Readonly<Record<Lang, string>> {
  switch (entry.kind) {
    case 'clause':
    case 'scs':
    case 'ipa':
      return entry.body.asks
    case 'page':
      return entry.body.summary
  }
}
