/** What comes before an English statement and takes it back: "nobody is …", "ask whether it is …". */
const ENGLISH =
  /\b(?:no|not|never|nobody|none|nothing|nor|neither|cannot|without|whether|if|unless|claims?|says?)\b|n't\b/iu

/** What follows a Japanese one: 「…ではありません」「…かどうか」「…と言われたら」. */
const JAPANESE = /ない|ません|なく|かどうか|か(?:を|聞|確|[?？」』]|$)|と言(?:わ|っ)|という/u

/**
 * Whether a sentence denies, doubts or only reports the statement found in it. What stands on the other side of a comma
 * doesn't count: "Don't worry, you're safe" still says that you are safe.
 */
export function isDenied(sentence: string, statement: RegExpExecArray): boolean {
  const before =
    sentence
      .slice(0, statement.index)
      .split(/[,;:—]/u)
      .at(-1) ?? ''
  const from = sentence.slice(statement.index).split('、').at(0) ?? ''
  return ENGLISH.test(before) || JAPANESE.test(from)
}
