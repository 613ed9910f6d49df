import type { Lang, Term } from '../../../corpus/schema.ts'
import { answerWordsIn } from '../../words/answers.ts'

/** Explains glossary words where they first come up, in a sentence of its own behind the one that uses them. */
export type Gloss = (text: string) => string

/** Everybody who can write to a chat bot knows these. */
const KNOWN = new Set(['account', 'password', 'my-number'])

/** One per answer: it remembers what was explained already. */
export function createGloss(glossary: readonly Term[], lang: Lang): Gloss {
  const hard = glossary.filter(({ id }) => !KNOWN.has(id)).map((term) => ({ term, names: namesOf(term, lang) }))
  const explained = new Set<string>()
  return (text) =>
    sentencesOf(text, lang)
      .map((sentence) => sentence + explain(sentence))
      .join('')

  function explain(sentence: string): string {
    const found = hard.flatMap(({ term, names }) => {
      const name = explained.has(term.id) ? undefined : names.find((one) => one.test(sentence))
      return name === undefined ? [] : [{ term, said: name.exec(sentence)?.[0] ?? '' }]
    })
    for (const { term } of found) explained.add(term.id)
    return found.map(({ term, said }) => glossed(said, term.means[lang], lang)).join('')
  }
}

function glossed(said: string, means: string, lang: Lang): string {
  const words = answerWordsIn(lang)
  const [first = means] = sentencesOf(means, lang)
  const bare = first.trim().replace(/[。.]$/u, '')
  return lang === 'ja' ? words.gloss(said, bare) : ` ${words.gloss(said, bare)}`
}

const sentencesOf = (text: string, lang: Lang): readonly string[] =>
  text.match(lang === 'ja' ? /[^。]+(?:。(?:\[\d+\])?)?/gu : /.+?(?:[.!?](?:\[\d+\])?(?=\s|$)|$)/gsu) ?? [text]

/** The term and those of its spellings that are jargon: names in capitals, in katakana, or in long runs of kanji. */
function namesOf({ term, spellings }: Term, lang: Lang): readonly RegExp[] {
  const own = term[lang].split(/[（）()]/u).filter((name) => name.trim() !== '')
  const jargon = spellings[lang].filter((one) =>
    lang === 'ja'
      ? /^(?:[\p{Script=Katakana}A-Za-zー]{2,}|\p{Script=Han}{5,})$/u.test(one)
      : /^[A-Z][\w/-]*$/u.test(one),
  )
  return [...own, ...jargon].map((name) => spelt(name.trim(), lang))
}

/** Not inside a longer word; and not where the text explains it itself, in brackets. */
function spelt(name: string, lang: Lang): RegExp {
  const plain = name.replaceAll(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`)
  return lang === 'ja'
    ? new RegExp(`(?<![\\p{Script=Katakana}A-Za-zー])${plain}(?![\\p{Script=Katakana}A-Za-zー（])`, 'u')
    : new RegExp(`(?<![\\w-])${plain}s?(?![\\w-]| \\()`, 'iu')
}
