import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, runningTexts, type CorpusText } from './texts.ts'
import { sentences } from './words.ts'

/** Words that keep their long mark here: サーバー, not サーバ. モニタリング and フィルタリング are words of their own. */
const SHORTENED =
  /(?:サーバ|ユーザ|コンピュータ|ルータ|プリンタ|センサ|スキャナ|アダプタ|フィルタ|モニタ|メーカ|プロバイダ|ベンダ|コントローラ|ドライバ|タイマ|パートナ|メンバ)(?!ー|リング)/u

/** What nobody says on a shop floor, with what to say instead. */
const JARGON: Readonly<Record<string, string>> = {
  エンティティ: '人・機器・会社',
  クレデンシャル: 'IDとパスワード',
  ベースライン: 'ふだんの姿',
  ステークホルダー: '関係する人や会社',
}

const POLITE = /(?:です|ます|ません|でした|ました|ましょう|ください|でしょう)か?$/u
/** A sentence of a story may end in a noun (体言止め); a plain verb or adjective there is a slip. */
const PLAIN = /(?:[うくぐすつぬぶむるた]|である|ない)$/u

/** Japanese of the house: long marks, no jargon, です・ます where we explain, plain verbs where we say what to do. */
export function houseWords(corpus: Corpus): readonly Problem[] {
  return runningTexts(corpus)
    .filter(({ lang, shelf }) => lang === 'ja' && shelf !== 'documents')
    .flatMap((text) => [...shortened(text), ...jargon(text), ...impolite(text), ...politeStep(text)])
}

function shortened(text: CorpusText): readonly Problem[] {
  const word = SHORTENED.exec(text.value)?.[0]
  return word === undefined ? [] : [problemWith(text, { wrong: `${word} lacks its long mark`, fix: `write ${word}ー` })]
}

/** The glossary may name a word to explain it. */
function jargon(text: CorpusText): readonly Problem[] {
  if (text.shelf === 'terms') return []
  return Object.entries(JARGON)
    .filter(([word]) => text.value.includes(word))
    .map(([word, plain]) =>
      problemWith(text, { wrong: `${word} is not a word of the shop floor`, fix: `write ${plain}, or the like` }),
    )
}

function impolite(text: CorpusText): readonly Problem[] {
  if (text.field !== 'asks' && text.field !== 'why') return []
  const ends = sentences(text.value).map((sentence) => sentence.replace(/（[^）]*）$/u, ''))
  return ends
    .filter((end, index) => !POLITE.test(end) && (index === ends.length - 1 || PLAIN.test(end)))
    .map((end) =>
      problemWith(text, { wrong: `「${end.slice(-8)}」 is no polite ending`, fix: 'end the sentence in です or ます' }),
    )
}

function politeStep(text: CorpusText): readonly Problem[] {
  if (text.field !== 'start') return []
  return sentences(text.value)
    .filter((sentence) => POLITE.test(sentence))
    .map((sentence) =>
      problemWith(text, {
        wrong: `「${sentence.slice(-8)}」 is a polite ending`,
        fix: 'end it in a plain verb, such as 〜する',
      }),
    )
}
