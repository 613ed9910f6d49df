/** What was meant out of a list that was just shown: its place, none of it, all of it, or the one with these words. */
export type Picked =
  | Readonly<{ kind: 'place'; at: number | 'last' }>
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'all' }>
  | Readonly<{ kind: 'about'; words: string }>

/** `other`: of two, the one that wasn't picked yet. */
type Pick = Picked | Readonly<{ kind: 'other' }>

/** In characters. Whoever picks is brief; and the patterns may try the words around a number in many ways. */
const LONGEST = 80

/** Undefined where the message picks nothing. `said` is lower case, NFKC. */
export function readPick(said: string): Pick | undefined {
  const bare = said.replaceAll(/(?<![\s。、.,!?？！])[\s。、.,!?？！]+$/gu, '').trim()
  if (bare.length > LONGEST) return undefined
  const place = placeIn(bare)
  if (place !== undefined) return { kind: 'place', at: place }
  if (OTHER.test(bare)) return { kind: 'other' }
  if (NONE.test(bare)) return { kind: 'none' }
  if (ALL.test(bare)) return { kind: 'all' }
  const words = ABOUT.map((about) => about.exec(bare)?.[1]).find((found) => found !== undefined)
  return words === undefined ? undefined : { kind: 'about', words }
}

/** What people put around a number: it names nothing by itself. */
const AROUND_EN =
  "(?:and|so|ok(?:ay)?|then|please|pls|tell me(?: more)?(?: about)?|more(?: about| on)?|explain|show(?: me)?|i mean|i meant|what about|what is|let's take|number|no\\.?|#|the|one|item|topic|in detail|again|for|is it|it's|of them|of these)"
const AROUND_JA =
  '(?:じゃあ|の(?:やつ|ほう|方|もの|項目|話)?|番目?|つ目|個目|つめ|です|で|を|は|が|について|もっと|くわしく|詳しく|教えて|見せて|説明して|ください|お願い(?:します)?|それ|もう一度)'
const NUMBERS: readonly RegExp[] = [
  /first|1st|1|one|一|最初|上|いちばん上/u,
  /second|2nd|2|two|二|真ん中/u,
  /third|3rd|3|three|三/u,
  /last|最後|いちばん下|下/u,
]

function placeIn(bare: string): number | 'last' | undefined {
  const at = NUMBERS.findIndex((number) =>
    new RegExp(
      `^(?:${AROUND_EN}[\\s,]*)*(?:${AROUND_JA})*(?:${number.source})(?:[\\s,]*${AROUND_EN})*(?:\\s*${AROUND_JA})*$`,
      'u',
    ).test(bare),
  )
  if (at === -1) return undefined
  return at === NUMBERS.length - 1 ? 'last' : at
}

const OTHER =
  /^(?:and |ok,? |then )?(?:what about |tell me about |show me )?the other(?: one)?$|^(?:じゃあ|では|で)?[、 ]*もう(?:一つ|ひとつ|1つ|片方|一方)(?:の(?:ほう|方|やつ))?(?:は|も|を)?(?:教えて|見せて|くわしく|詳しく)?$/u
const NONE =
  /^(?:no,? )?(?:neither|none)(?: of (?:them|these|those))?$|^not (?:any of )?(?:these|those|them)$|^something else$|^(?:どれ|どちら|どっち)(?:で)?も(?:ない|違う|ちがう|違います|ありません)(?:です)?$|^(?:その中に|この中に)(?:は)?(?:ない|ありません)(?:です)?$|^(?:全部|ぜんぶ)(?:違う|ちがう|違います)$/u
const ALL =
  /^(?:both|all(?: of them| three| of these)?)(?: please)?$|^(?:両方|どちらも|どっちも|全部|ぜんぶ|すべて)(?:とも)?(?:です|お願い(?:します)?|教えて|見せて)?$/u
const ABOUT: readonly RegExp[] = [
  /^(?:i mean(?:t)? )?the (?:one|item|topic) (?:about|on|with|for) (.+)$/u,
  /^(.{1,20})(?<!ど)(?:の(?:やつ|ほう|方|話|項目|こと))(?:です|で|を|について)?(?:お願い(?:します)?|教えて|くわしく|詳しく)?$/u,
]
