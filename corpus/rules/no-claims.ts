import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, runningTexts } from './texts.ts'
import { denies, sentences } from './words.ts'

const FIRM = String.raw`(?:you|we|they|it|everybody|everyone|(?:your|our|the|a|its|their) (?:firm|company|business|shop|vendor|supplier|partner|network|system|data))`
const SURELY = String.raw`(?:\s+(?:now|then|fully|completely|officially|already|really|perfectly|100%))*`

const CLAIMS: readonly RegExp[] = [
  // "become certified", "you are now fully compliant"
  new RegExp(
    String.raw`\b(?:am|are|is|be|been|being|become|becomes|get|gets|stay|stays)${SURELY}\s+(?:certified|accredited|compliant)\b`,
    'iu',
  ),
  // "CPSF-certified", "★3 compliant"
  /(?:cpsf|scs|ipa|meti|framework|security action|★\d?)[\s-]+(?:certified|accredited|approved|compliant)\b/iu,
  // "your firm is safe", "you're secure"; "safe to open" and "safe place" are about other things
  new RegExp(
    String.raw`\b${FIRM}(?:['’]re|['’]s|\s+(?:are|is|will be|become|becomes|stay|stays))${SURELY}\s+(?:safe|secure)\b(?!\s+(?:to|place|enough to)\b)`,
    'iu',
  ),
  // "makes you safe", "keeps the firm fully secure"
  new RegExp(String.raw`\b(?:make|makes|keep|keeps)\s+${FIRM}${SURELY}\s+(?:safe|secure|compliant|certified)\b`, 'iu'),
  // "complies with the CPSF"
  /\b(?:comply|complies|complied)\s+with\s+(?:the\s+)?(?:cpsf|scs|framework|metis?|ipas?)\b/iu,
  /(?:SECURITY ACTION|セキュリティ・?アクション).{0,20}(?:認定|取得)/iu,
  /(?:認定|取得).{0,20}(?:SECURITY ACTION|セキュリティ・?アクション)/iu,
  /準拠(?:済み?|して(?:い|お)|しました|した(?:会社|企業|事業者|状態))/u,
  /(?:認定|認証)(?:済み?|され(?:ます|ました|てい|た)|を(?:受け|取得し?|取得済み?)(?:ます|ました|てい|た))/u,
  /★[0-9０-９]?.{0,4}取得(?:済み?|しました|してい)/u,
  // 「電話で確かめるほうが安全です」 compares two ways and promises nothing.
  /(?<!(?:ほう|方)が)安全(?:です|でした|になります|といえます|と言えます|が保証)/u,
  /万全(?:です|になります)|対策済みです/u,
]

/** Asking whether something is so, or saying that somebody says so, claims nothing. */
const HEARSAY =
  /\b(?:whether|if|ask|asks|asked|claims?|says?)\b|かどうか|かを(?:確かめ|聞)|と言われ|という(?:売り込み|宣伝|言い方)/iu

/** Bodies named in the law on personal data; the word is part of their name. */
const OFFICIAL_NAMES = /認定個人情報保護団体/gu

/**
 * Nothing says that a firm, a vendor or a product is certified, compliant or safe: the CPSF gives points to check, and
 * SECURITY ACTION is a declaration the firm makes by itself. Sentences that deny it are fine, and so are people's questions.
 */
export function noClaims(corpus: Corpus): readonly Problem[] {
  return runningTexts(corpus).flatMap((text) =>
    sentences(text.value.replace(OFFICIAL_NAMES, '')).flatMap((sentence) => {
      const claim = CLAIMS.map((pattern) => pattern.exec(sentence)?.[0]).find((found) => found !== undefined)
      if (claim === undefined || denies(sentence) || HEARSAY.test(sentence)) return []
      const fix = 'say what was looked at, when, and what was done'
      return [problemWith(text, { wrong: `"${claim}" claims what nobody has certified`, fix })]
    }),
  )
}
