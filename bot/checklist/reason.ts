import { plainText, withoutEnd } from '../plain-text.ts'

/** Fewer letters than this say nothing: 「機械なし」 has four. */
const FEWEST_LETTERS = 4
const FEWEST_DIFFERENT = 3

const EMPTY_WORDS =
  /^(?:n\/?a|not? ?applicable|none|nothing|no ?reason|because|test(?:ing)?|asdf\w*|qwert\w*|なし|特に(?:なし|ない|ありません)|ありません|該当(?:なし|しない|しません)|当てはまら(?:ない|ず)|当てはまりません|対象外|(?:不要|必要)(?:ない|なし)?|理由(?:なし|はない)?|テスト|わから(?:ない|ん)|分から(?:ない|ん)|(?:i )?do ?n'?o?t know)$/u

/** Whether somebody who reads it in a year learns anything from it. */
export function saysWhy(reason: string): boolean {
  const said = plainText(reason)
  const letters = said.match(/\p{Letter}|\p{Number}/gu) ?? []
  const enough = letters.length >= FEWEST_LETTERS && new Set(letters).size >= FEWEST_DIFFERENT
  return enough && !EMPTY_WORDS.test(withoutEnd(said, /(?<![\s。、.,!?ー-])[\s。、.,!?ー-]+$/gu))
}
