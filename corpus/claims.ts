import { isDenied } from './denial.ts'
import { sentences } from './rules/words.ts'

const FIRM =
  '(?:your|our|the|a|every|its|their) (?:firm|company|business|shop|vendor|supplier|partner|network|system|data)'
const STANDARD = String.raw`cpsf|scs|ipa|meti|framework|security action|nist(?: csf)?|iso(?:/iec)?(?: ?\d+)?`
const SURELY = '(?: (?:now|then|fully|completely|officially|already|really|perfectly))*'
const BECOMES = '(?:am|are|is|be|been|being|become|becomes|get|gets|stay|stays)'

const CLAIMS: readonly RegExp[] = [
  // "become certified", "you're now fully compliant"
  new RegExp(String.raw`\b(?:${BECOMES}|you're|we're|they're)${SURELY} (?:certified|accredited|compliant)\b`, 'giu'),
  // "CPSF-certified", "★3 compliant"
  new RegExp(String.raw`(?:${STANDARD}|★\d?)[ -](?:certified|accredited|approved|compliant)\b`, 'giu'),
  // "your firm is safe", "you're secure"; "safe to open" and "a safe place" are about other things
  new RegExp(
    String.raw`\b(?:(?:you|we|${FIRM}) ${BECOMES}|you're|we're)${SURELY} (?:safe|secure)\b(?! (?:to|place)\b)`,
    'giu',
  ),
  // "makes you safe", "keeps your firm fully secure"
  new RegExp(String.raw`\b(?:make|keep)s? (?:you|us|${FIRM})${SURELY} (?:safe|secure|compliant|certified)\b`, 'giu'),
  // "complies with the CPSF", "meets all the requirements"
  new RegExp(String.raw`\bcompl(?:y|ies|ied) with (?:the )?(?:${STANDARD})\b`, 'giu'),
  new RegExp(
    String.raw`\b(?:you|we|${FIRM})${SURELY} (?:meets?|satisf(?:y|ies)|fulfils?) (?:all (?:of )?)?(?:the )?(?:requirements|${STANDARD})\b`,
    'giu',
  ),
  // "you have passed", "your business is fully protected"
  new RegExp(String.raw`\b(?:you|we|${FIRM})(?:'ve| have| has)? passed\b(?! (?:on|along|it|this|them|the)\b)`, 'giu'),
  new RegExp(String.raw`\b(?:you|we|${FIRM}) ${BECOMES} (?:fully|completely) protected\b`, 'giu'),
  // SECURITY ACTION is declared, not awarded
  /SECURITY ACTION.{0,20}(?:認定|取得)|(?:認定|取得).{0,20}SECURITY ACTION/giu,
  /(?:準拠|適合)(?:済み?|して(?:い|お)|しました)|合格(?:です|しました|してい)/gu,
  /(?:要求|要件|基準|条件)[^。、]{0,8}満たして(?:い|お)り?ます/gu,
  // 二段階認証 and 認証済みの機器 are about logging in
  /認定(?:済み?|され(?:ます|ました|てい)|を受け(?:ます|ました|てい)|を取得(?:済|しま|してい))/gu,
  /(?:(?:ISO|ISMS|国|第三者).{0,12})?認証(?:を取得(?:済|しま|してい)|取得済)|(?:ISO|ISMS|国|第三者).{0,12}認証を受け(?:ます|ました|てい)/gu,
  /★\d?.{0,4}取得(?:済|しました|してい)/gu,
  // 「電話で確かめるほうが安全です」 compares two ways and promises nothing
  /(?<!(?:ほう|方)が)安全(?:です|でした|になります|だ?と言えます|が保証)/gu,
  /万全(?:です|になります)|対策済みです/gu,
]

/** Bodies named in the law on personal data: the word is part of their name. */
const OFFICIAL_NAMES = /認定個人情報保護団体/gu

/**
 * The words by which a text says that a firm, a vendor or a product is certified, compliant or safe; undefined where it
 * doesn't. The CPSF gives points to check, and nobody passes it. Sentences that deny it, make it a condition or ask whether
 * it is so are fine. The corpus is checked with it, and every reply before it is sent.
 */
export function claimIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(OFFICIAL_NAMES, '').replaceAll(/[‘’]/gu, "'")
  for (const sentence of sentences(plain)) {
    const claim = CLAIMS.flatMap((pattern) => [...sentence.matchAll(pattern)]).find((one) => !isDenied(sentence, one))
    if (claim !== undefined) return claim[0]
  }
  return undefined
}
