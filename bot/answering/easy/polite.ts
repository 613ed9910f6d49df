/**
 * Puts the plain verb at the end of a Japanese sentence into です・ます, as readers of やさしい日本語 learn it first:
 * 書く → 書きます, 入れる → 入れます, 送らない → 送りません. What doesn't end in such a verb stays as it is.
 */
export const polite = (text: string): string =>
  text.replaceAll(
    /([^。（）「」]+)((?:（[^（）]*）)?(?:。|$))/gu,
    (_, sentence: string, stop: string) => `${politeEnd(sentence)}${stop}`,
  )

/** The last kana of a verb, and what stands there before ます. */
const BEFORE_MASU: Readonly<Record<string, string>> = {
  ...{ う: 'い', く: 'き', ぐ: 'ぎ', す: 'し', つ: 'ち', ぬ: 'に', ぶ: 'び', む: 'み', る: 'り' },
  ...{ わ: 'い', か: 'き', が: 'ぎ', さ: 'し', た: 'ち', な: 'に', ば: 'び', ま: 'み', ら: 'り' },
}
/** A stem that ends in these drops its る: 入れる, 閉じる, 見る. */
const DROPS_RU = /[えけげせぜてでねべめれいきぎじちびみり見出得寝着似]$/u
/** Polite already, or adverbs and endings that only look like verbs. */
const NO_VERB = /(?:ます|です|よう|そう|ほう|どう|こう|近く|早く|多く|遠く|なく|しく|よく|全く)$/u

function politeEnd(sentence: string): string {
  if (NO_VERB.test(sentence)) return sentence
  if (sentence.endsWith('ない')) return politeNegative(sentence.slice(0, -2), sentence)
  if (sentence.endsWith('する')) return `${sentence.slice(0, -2)}します`
  if (sentence.endsWith('てくる')) return `${sentence.slice(0, -2)}きます`
  const stem = sentence.slice(0, -1)
  if (sentence.endsWith('る') && DROPS_RU.test(stem)) return `${stem}ます`
  const kana = BEFORE_MASU[sentence.at(-1) ?? '']
  return kana === undefined || !/[うくぐすつぬぶむる]$/u.test(sentence) ? sentence : `${stem}${kana}ます`
}

/** "機械がない" and "それしかない" say that something isn't there; they belong to no verb. */
function politeNegative(stem: string, sentence: string): string {
  if (/[\p{Script=Han}\p{Script=Katakana}ー]が$|しか$/u.test(stem)) return sentence
  const kana = BEFORE_MASU[stem.at(-1) ?? '']
  if (kana !== undefined && /[わかがさたなばまら]$/u.test(stem)) {
    return stem.endsWith('さ') ? sentence : `${stem.slice(0, -1)}${kana}ません`
  }
  return /[しえけげせぜてでねべめれいきぎじちびみり見出得寝着似]$/u.test(stem) ? `${stem}ません` : sentence
}
