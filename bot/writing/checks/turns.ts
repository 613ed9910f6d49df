import { fold } from './fold.ts'

/**
 * Words that turn a sentence round while everything else in it stays: who acts, and which way. A sentence may leave one out,
 * but never bring one in.
 */
const TURNS: Readonly<Record<string, RegExp>> = {
  us: /自社|弊社|当社|御社|貴社|\byour (?:own )?(?:firm|company|business|staff)\b/iu,
  vendor: /業者|委託先|外注先|ベンダー|\b(?:vendors?|contractors?|providers?|outsourcers?|suppliers?)\b/iu,
  customer: /取引先|顧客|お客|得意先|\b(?:customers?|clients?)\b/iu,
  authority: /警察|経済産業省|経産省|官公庁|役所|\b(?:police|ministry|METI|authorit(?:y|ies)|governments?)\b/iu,
  boss: /社長|経営者|上司|責任者|\b(?:presidents?|owners?|managers?|boss(?:es)?|directors?)\b/iu,
  outsider: /第三者|部外者|社外|\b(?:strangers?|outsiders?|third part(?:y|ies))\b/iu,
  public: /公開|公表|誰でも|だれでも|\b(?:public(?:ly)?|publish(?:ed|es)?|anyone|anybody)\b/iu,
  on: /オンに|有効|許可|\b(?:turn(?:ed|s)? on|enabl(?:e[ds]?|ing)|allow(?:s|ed)?|permit(?:s|ted)?)\b/iu,
  off: /オフに|無効|解除|切(?:る|り|って)|\b(?:turn(?:ed|s)? off|disabl(?:e[ds]?|ing)|switch(?:ed|es)? off|bypass\w*)\b/iu,
  delete: /消去|消し|消す|削除|捨て|\b(?:delet(?:e[ds]?|ing)|eras(?:e[ds]?|ing)|discard\w*|throw\w* away)\b/iu,
  before: /(?:の|する|す)前に|\bbefore\b/iu,
  after: /(?:た|の|した)(?:あと|後)に?|\bafter\b/iu,
  pay: /支払|払う|払い|購入|買[いうっ]|\b(?:pay(?:s|ing)?|paid|buy(?:s|ing)?|bought|purchas\w*)\b/iu,
  send: /送[りるっ]|送信|転送|メールし|\b(?:send(?:s|ing)?|sent|forward(?:s|ed)?|mail(?:s|ed)?|upload\w*)\b/iu,
  tell: /教え|伝え|知らせ|渡[しすせ]|共有|\b(?:tell(?:s|ing)?|told|shar(?:e[ds]?|ing)|giv(?:e[ns]?|ing)|gave|hand(?:s|ed|ing)?)\b/iu,
}

export const turnsIn = (text: string): ReadonlySet<string> => {
  const folded = fold(text)
  return new Set(Object.keys(TURNS).filter((turn) => TURNS[turn]?.test(folded)))
}
