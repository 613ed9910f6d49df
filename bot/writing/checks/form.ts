import type { Lang } from '../../../corpus/schema.ts'
import { fold } from './fold.ts'

const LONGEST_SENTENCE = 400

/** Nothing that a chat platform could take for a link, a mention or formatting, and nothing that can't be seen. */
export const isPlain = (text: string): boolean => {
  const folded = fold(text)
  return text.length <= LONGEST_SENTENCE && !MARKUP.test(folded) && !UNSEEN.test(text) && !LINK.test(folded)
}

const MARKUP = /[<>[\]{}|\\`*_^~@#]|&(?:#\d+|\w+);|:[a-z_+-]+:|!(?:channel|here|everyone)/iu
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]|\p{Mn}{3}/u
/** Anything with a dot and a name after it, an id such as CPS.AC-1 aside. */
const LINK =
  /:\/\/|www\.|mailto|(?<![a-z])(?:tel|https?|hxxps?):|[\p{L}\d-]{2,}\.[a-z]{2,}(?![a-z]*-\d)|\bdot (?:com|net|org|jp)\b/iu

/** So that two sentences set one after the other never read as one. */
export const isWhole = (text: string): boolean => /[.!?。！？][)）」』"'’”]?$/u.test(text.trim())

/** Talk about being told what to say comes from a text that tried to. */
export const speaksOfInstructions = (text: string): boolean => INSTRUCTIONS.test(fold(text))

const INSTRUCTIONS =
  /\b(?:ignor(?:e|ed|ing)|disregard\w*|forget) (?:\w+ ){0,3}(?:above|previous|prior|instructions?|rules?|passages?|material)\b|\bsystem prompt\b|\bmy (?:instructions|rules|prompt)\b|\bas an ai\b|\b(?:i am|i'm) (?:now|an ai|a language model)\b|\b(?:developer|dan|admin) mode\b|(?:以上|上記|前|これまで)の?(?:指示|命令|ルール|内容)?を(?:無視|忘れ)|システムプロンプト|(?:私|わたし)への(?:指示|命令)|(?:指示|命令)に従(?:い|って|いました)|開発者モード/iu

/** A Japanese sentence has hiragana in it; an English one has no Japanese beyond a name. */
export function isIn(lang: Lang, text: string): boolean {
  const folded = fold(text)
  const japanese = (folded.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu) ?? []).length
  const letters = (folded.match(/\p{L}/gu) ?? []).length
  if (lang === 'ja') return /\p{Script=Hiragana}/u.test(folded) && japanese >= letters * 0.4
  const latin = (folded.match(/\p{Script=Latin}/gu) ?? []).length
  return latin > 0 && latin >= letters * 0.9
}

/** Names the passages don't know: of a product, a firm, a person. The first word of an English sentence has a capital anyway. */
export function namesIn(lang: Lang, text: string): readonly string[] {
  const pattern = lang === 'ja' ? /[A-Za-z]{2,}/gu : /(?<=[\p{Ll}\d,;:'-] )[A-Z][A-Za-z]+|\b[A-Z]{2,}\b/gu
  return (fold(text).match(pattern) ?? []).map((name) => name.toLowerCase())
}
