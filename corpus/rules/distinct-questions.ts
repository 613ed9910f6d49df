import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, questionTexts } from './texts.ts'
import { folded } from './words.ts'

/** No two questions of the corpus are alike: the same words can't lead to two answers, or to an answer and to none. */
export function distinctQuestions(corpus: Corpus): readonly Problem[] {
  const first = new Map<string, string>()
  return questionTexts(corpus).flatMap((text) => {
    // What is made of signs alone ("???", "^^") is compared as it is.
    const key = folded(text.value) === '' ? text.value : folded(text.value)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, `${text.path} › ${text.at}`)
      return []
    }
    const fix = 'ask it in other words, or keep it where it fits best'
    return [problemWith(text, { wrong: `the same question stands in ${before}`, fix })]
  })
}
