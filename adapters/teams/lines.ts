import { partsOf, type Block, type Citation, type RelatedLink } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { LIMITS } from './limits.ts'
import { inline, linkTo } from './text.ts'

type List = Extract<Block, { kind: 'list' }>

/** The items of a list, each a line of Markdown. `most`: UTF-16 units of each. */
export const listLines = ({ items, ordered, links }: List, most: number): readonly string[] =>
  items.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${linked(item, links, most)}`)

/** With links where the item has some of the corpus's and is not cut. */
function linked(item: string, links: readonly string[] | undefined, most: number): string {
  const parts = partsOf(item, links)
  if (parts.length === 1 || item.length > most) return inline(item, most)
  return parts
    .map((part, n) => (n % 2 === 0 ? spaced(part, most) : linkTo(part, inline(part, most), LIMITS.citationUrl)))
    .join('')
}

/** What stands before and after a link keeps its space. */
const spaced = (part: string, most: number): string =>
  part.trim() === '' ? part : `${/^\s/u.test(part) ? ' ' : ''}${inline(part, most)}${/\s$/u.test(part) ? ' ' : ''}`

export const relatedLines = (links: readonly RelatedLink[], most: number): readonly string[] =>
  links.map(({ framework, id, title }) => `- ${inline(`${framework.toUpperCase()} ${id} ${title}`, most)}`)

/** What `[n]` stands for: which source it is, whose words, and how far it was checked. */
export function sourceLine(citation: Citation, lang: Lang, most: number): string {
  const { n, id, title, document, edition, wording, basis, url } = citation
  const words = wordsIn(lang)
  const sure = wording === 'own' ? words.wording.own : `${words.wording[wording]}; ${words.basis[basis]}`
  return `[${n}] ${linkTo(url, inline(`${id} ${title}`, most), LIMITS.citationUrl)} — ${inline(`${document} ${edition} (${sure})`, most)}`
}
