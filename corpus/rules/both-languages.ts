import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { onwardTexts, problemWith, questionTexts, runningTexts, type CorpusText } from './texts.ts'
import { JAPANESE } from './words.ts'

/** Names, numbers and opening hours may be the same in both languages. */
const NAMES: ReadonlySet<string> = new Set(['contacts name', 'contacts reach', 'contacts hours', 'terms term'])

/**
 * Japanese characters per English character. Texts of this corpus lie between 0.15 and 0.84 (half between 0.35 and
 * 0.44); outside these bounds one of the two says far more than the other.
 */
const RATIO = { least: 0.15, most: 0.85 }
/** Shorter English texts say nothing about proportions. */
const LONG_ENOUGH = 25

/** Each text is in the language it claims to be in, and both languages say about as much. */
export function bothLanguages(corpus: Corpus): readonly Problem[] {
  const said = runningTexts(corpus).filter(
    ({ shelf, field }) => shelf !== 'documents' && !NAMES.has(`${shelf} ${field}`),
  )
  const asked = [...questionTexts(corpus), ...onwardTexts(corpus)]
  return [...said.flatMap(wrongLanguage), ...uneven(said), ...asked.flatMap(misplacedQuestion)]
}

/** An official Japanese name is fine in an English text where it is quoted or in brackets. */
function wrongLanguage(text: CorpusText): readonly Problem[] {
  if (text.lang === 'ja') {
    const wrong = 'the Japanese text holds no Japanese'
    return JAPANESE.test(text.value) ? [] : [problemWith(text, { wrong, fix: 'write it in Japanese' })]
  }
  const outside = text.value.replace(/「[^」]*」|\([^)]*\)|"[^"]*"|“[^”]*”/gu, '')
  if (!JAPANESE.test(outside)) return []
  const fix = 'write it in English; put an official Japanese name in brackets'
  return [problemWith(text, { wrong: 'the English text holds Japanese', fix })]
}

function uneven(texts: readonly CorpusText[]): readonly Problem[] {
  const english = new Map(texts.filter(({ lang }) => lang === 'en').map((text) => [placeOf(text), text.value]))
  return texts.flatMap((text) => {
    const en = english.get(placeOf(text))
    if (text.lang === 'en' || en === undefined || en.length < LONG_ENOUGH) return []
    const ratio = text.value.length / en.length
    if (ratio >= RATIO.least && ratio <= RATIO.most) return []
    const wrong = `${ratio.toFixed(2)} Japanese characters to one English, where ${RATIO.least} to ${RATIO.most} is usual`
    return [problemWith(text, { wrong, fix: 'let both languages say the same' })]
  })
}

const placeOf = ({ path, at }: CorpusText): string => `${path} ${at.replace(/\b(?:en|ja)\b/u, '*')}`

/** People mix languages and scripts when they ask; a mostly Japanese question in the English list is a slip. */
function misplacedQuestion(text: CorpusText): readonly Problem[] {
  const letters = text.value.match(/\p{L}/gu) ?? []
  const japanese = letters.filter((letter) => JAPANESE.test(letter)).length
  if (text.lang === 'ja' || japanese * 2 <= letters.length) return []
  return [
    problemWith(text, { wrong: 'a Japanese question stands among the English ones', fix: 'move it to the other list' }),
  ]
}
