import type { Lang } from '../../corpus/schema.ts'
import { languageOf } from '../language.ts'
import type { Turn } from '../ports.ts'
import { choicesOf, citationsOf } from '../reply.ts'
import { readFacet, type Facet } from './facet.ts'

/**
 * What a message means after an earlier turn. `entry`: something about an entry the earlier reply named. `about`: a new
 * question that needs the earlier one to be understood.
 */
export type FollowUp =
  | Readonly<{ kind: 'entry'; id: string; facet: Facet; lang?: Lang }>
  | Readonly<{ kind: 'about'; question: string; before: string }>

/** Undefined where the message stands on its own. */
export function readFollowUp(text: string, last: Turn | undefined): FollowUp | undefined {
  const ids = last === undefined ? [] : namedIn(last)
  const [main] = ids
  if (last === undefined || main === undefined) return undefined
  const said = text.normalize('NFKC').toLowerCase().trim()
  const chosen = ordinalIn(said)
  if (chosen !== undefined) return entryAt(ids, chosen)
  const lang = languageAskedFor(said)
  if (lang !== undefined) return { kind: 'entry', id: main, facet: facetAskedIn(last), lang }
  return readFacetOnly(said, main) ?? readLeaning(said, last, main)
}

const namedIn = ({ reply }: Turn): readonly string[] => {
  const choices = choicesOf(reply).map(({ id }) => id)
  return choices.length > 0 ? choices : citationsOf(reply).map(({ id }) => id)
}

const facetAskedIn = ({ event }: Turn): Facet => (event.kind === 'message' ? readFacet(event.text).facet : 'overview')

/** "the second one", "2", 「2番目」, 「三つ目の」: nothing else in the message. */
const ORDINALS: readonly RegExp[] = [
  /^(?:the |no\.? ?|number |#)?(?:first|1st|1|one)(?: one)?[.!?]?$|^(?:1|一|１)(?:番目?|つ目|個目)?(?:の(?:やつ|ほう|方)?)?(?:です|で|を|について)?[。?？]?$|^(?:最初|上)の(?:やつ|ほう|方)?(?:です|で)?$/u,
  /^(?:the |no\.? ?|number |#)?(?:second|2nd|2|two)(?: one)?[.!?]?$|^(?:2|二)(?:番目?|つ目|個目)?(?:の(?:やつ|ほう|方)?)?(?:です|で|を|について)?[。?？]?$|^真ん中の?(?:やつ|ほう|方)?$/u,
  /^(?:the |no\.? ?|number |#)?(?:third|3rd|3|three|last)(?: one)?[.!?]?$|^(?:3|三)(?:番目?|つ目|個目)?(?:の(?:やつ|ほう|方)?)?(?:です|で|を|について)?[。?？]?$|^(?:最後|下)の(?:やつ|ほう|方)?(?:です|で)?$/u,
]

function ordinalIn(said: string): number | undefined {
  const index = ORDINALS.findIndex((ordinal) => ordinal.test(said))
  return index === -1 ? undefined : index
}

function entryAt(ids: readonly string[], index: number): FollowUp | undefined {
  const id = ids[index]
  return id === undefined ? undefined : { kind: 'entry', id, facet: 'overview' }
}

function languageAskedFor(said: string): Lang | undefined {
  if (/^.{0,24}\bin english\b.{0,12}$|^english,? please|^英語(?:で|に|版)/u.test(said)) return 'en'
  return /^.{0,24}\bin japanese\b.{0,12}$|^japanese,? please|^日本語(?:で|に|版)/u.test(said) ? 'ja' : undefined
}

/** Words that only point back or soften: nothing new is named by them. */
const POINTING =
  /\b(?:and|as|so|ok(?:ay)?|but|then|also|again|please|pls|thanks|it|its|this|that|these|those|one|ones|thing|things|them|us|we|our|do|does|did|is|are|be|should|would|could|can|you|i|me|the|a|an|of|for|to|with|in|on|exactly|really|actually|more|tell|give|say|explain|simpler|simply|easier|words|details?|about|example|examples|quick(?:ly)?|short(?:er)?|auditors?|inspectors?|customers?|boss|president|somebody|someone|anyone|job|vendors?|cloud|it company|outsourc\w*|provider|contractor)\b|それ|これ|あれ|その|この|そこ|じゃあ|では|で、|ちなみに|あと|もっと|もう少し|簡単に|まとめて|かんたんに|わかりやすく|やさしく|短く|くわしく|詳しく|具体的に|例えば|教えて|言って|説明して|ください|下さい|お願い(?:します)?|の(?:場合|とき)|業者|委託先|ベンダー|クラウド|外注先?|うち|監査|取引先|社長|やる|やって|する|して|した|やれば|すれば|いい|よい|人|会社|って|とか|です|ます|の|は|が|を|に|も|へ|と|か|ね|よ|[\s\p{Punctuation}\p{Symbol}]/gu
const VENDOR = /\b(?:vendor|provider|contractor|outsourc\w*|it company)\b|業者|委託先|ベンダー|外注/u

/** Nothing but a facet, pointing words or a vendor is in it: it asks on about what was just answered. */
function readFacetOnly(said: string, main: string): FollowUp | undefined {
  const { facet, topic } = readFacet(said)
  if (topic.replaceAll(POINTING, '') !== '') return undefined
  return { kind: 'entry', id: main, facet: facet === 'overview' && VENDOR.test(said) ? 'who' : facet }
}

/** Graphemes; what is longer than this says enough to stand on its own. Japanese says about twice as much in one. */
const LEANING_LENGTH: Readonly<Record<Lang, number>> = { en: 60, ja: 30 }

/** "what about phones?", 「じゃあスマホは？」: a short message leans on the question before it. */
function readLeaning(said: string, { event }: Turn, before: string): FollowUp | undefined {
  const longest = LEANING_LENGTH[languageOf(said) ?? 'ja']
  if (event.kind !== 'message' || lengthOf(said) > longest) return undefined
  return { kind: 'about', question: `${event.text}\n${said}`, before }
}

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const lengthOf = (text: string): number => [...SEGMENTER.segment(text)].length
