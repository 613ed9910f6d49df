import { writtenBy, type Citation, type Reply } from '../../bot/reply.ts'
import { citationsOf } from '../../bot/reply.ts'
import { LIMITS } from './limits.ts'
import { addressOf, label } from './text.ts'

type Shown = Readonly<{ text: string; longest: number }>

/**
 * The one root entity of a message: schema.org, as Teams reads it. It has the AI label where a model wrote the answer, and the
 * sources whose mark `[n]` stands in the text.
 */
export function entityOf(reply: Reply, shown: Shown): object {
  const citation = citedIn(reply, shown.text).map((one) => claimOf(one, shown.longest))
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(writtenBy(reply) === 'model' ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(citation.length === 0 ? {} : { citation }),
  }
}

/** Each mark once; Teams refuses a message with more sources than it shows. */
function citedIn(reply: Reply, text: string): readonly Citation[] {
  const byMark = new Map(citationsOf(reply).map((citation) => [citation.n, citation]))
  return [...byMark.values()].filter(({ n }) => text.includes(`[${n}]`)).slice(0, LIMITS.citations)
}

function claimOf({ n, id, title, quote, url, document, edition }: Citation, longest: number): object {
  const address = addressOf(url, LIMITS.citationUrl)
  return {
    '@type': 'Claim',
    position: n,
    appearance: {
      '@type': 'DigitalDocument',
      name: label(`${id} ${title}`, Math.min(LIMITS.citationName, longest)),
      abstract: label(
        quote.trim() === '' ? `${document} ${edition}` : quote,
        Math.min(LIMITS.citationAbstract, longest),
      ),
      ...(address === undefined ? {} : { url: address }),
    },
  }
}
