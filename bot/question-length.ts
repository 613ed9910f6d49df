/** Counted as people count: an emoji with a skin tone or a kana with its voicing mark is one. */
export const LONGEST_QUESTION = 2_000

/** So many units, and whatever they make up is no question: nobody counts them. */
const FAR_TOO_LONG = 4 * LONGEST_QUESTION

/** Whoever sends this has no question, and reading it would keep everybody else waiting. */
export const isTooLong = (text: string): boolean =>
  text.length > LONGEST_QUESTION && (text.length > FAR_TOO_LONG || lengthOf(text) > LONGEST_QUESTION)

const segmenter = new Intl.Segmenter()
const lengthOf = (text: string): number => [...segmenter.segment(text)].length
