/**
 * Somebody wants to be told, or to tell others, that a firm, vendor or product meets a standard. Asking whether a vendor
 * does ("is our vendor certified?") is an honest question and none of these.
 */

/** A standard or level somebody might want to be told they meet. */
const LEVEL_EN =
  '(?:cpsf|iso|nist|scs|meti|star|★|compliant|compliance|certif\\w*|secure|safe|approved|accredited|pass(?:es|ed)?|meets?|conform\\w*|qualified)'
const LEVEL_JA =
  '(?:準拠|適合|合格|認定|認証|取得|安全|十分|大丈夫|対策済|満たし|クリア|問題な|保証|証明|達成|お墨付き)'
const SAY_EN =
  '(?:write|draft|confirm|certify|declare|state|guarantee|tell (?:my|our|the|them)|say (?:that )?(?:we|our|it)|put (?:in writing|on)|sign off|give (?:me|us) (?:a|the) (?:certificate|stamp|ok)|issue|vouch)'
const SAY_JA =
  '(?:と|って|を)?(?:言って|言い切って|書いて|書ける|名乗|宣言|保証して|証明(?:して|書|文)|判定して|断言|太鼓判|認めて|載せ|うたって|アピール|発行して|一筆|返事して|答えていい|答えて(?:も)?(?:いい|大丈夫))'

export const CLAIMS: readonly RegExp[] = [
  new RegExp(
    `^(?:so[,]? )?(?:then )?(?:are|is|am) (?:we|i|our (?:firm|company|shop|business|clinic)|my (?:firm|company)) .{0,30}\\b${LEVEL_EN}\\b`,
    'u',
  ),
  new RegExp(
    `^(?:so|then|ok|okay|great|good)\\b.{0,12}\\b(?:we(?:'re| are)|it(?:'s| is)|this (?:is|means)).{0,24}\\b${LEVEL_EN}\\b`,
    'u',
  ),
  new RegExp(`\\b${SAY_EN}\\b.{0,80}\\b(?:we|our|us|is|are|meets?|passes|has)\\b.{0,60}\\b${LEVEL_EN}`, 'u'),
  new RegExp(`\\b${SAY_EN}\\b.{0,60}\\b${LEVEL_EN}\\b.{0,60}$`, 'u'),
  /\b(?:what|which) .{0,20}\b(?:score|grade|level|rank|rating|mark)\b.{0,30}\b(?:do we|have we|did we|are we|our)\b/u,
  /\bcan (?:i|we) (?:now )?(?:say|claim|tell|advertise|state|put)\b.{0,80}\b(?:compliant|certified|secure|safe|star|★|cpsf|iso|passed|rating|meets?)\b/u,
  new RegExp(`${LEVEL_JA}.{0,24}${SAY_JA}`, 'u'),
  new RegExp(`${SAY_JA}.{0,12}${LEVEL_JA}`, 'u'),
  new RegExp(`(?:★|星|つ星).{0,12}${SAY_JA}`, 'u'),
  /(?:もう|これで|なら).{0,24}(?:安全|大丈夫|問題な|準拠|適合|合格|完璧|安心|対策済|十分).{0,14}(?:よね|だよな|ですね|ってこと|間違いない|ですか|でしょ|かな|$)/u,
  /^(?:うち|弊社|当社|我が社|自社)(?:は|って|も).{0,20}(?:準拠|適合|合格|認定|安全|取得).{0,10}(?:してる|している|済み|できて|ですか|なの|って言え|扱い|でいい|です(?:よ)?ね)/u,
]
