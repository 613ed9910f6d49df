import type { Lang } from '../../corpus/schema.ts'
import type { Knowledge } from '../ports.ts'
import type { Block, Reply } from '../reply.ts'
import { answerWordsIn } from '../words/answers.ts'

const HAPPENING: readonly RegExp[] = [
  /\b(?:clicked|opened|downloaded|ran|typed|entered|gave)\b.{0,40}\b(?:link|attachment|mail|e-?mail|file|password|code|site|page)\b/u,
  /\b(?:got|been|being|is|are|was|were|'re|'s) (?:just |probably |maybe )?(?:hacked|infected|breached|taken over)\b|\b(?:files?|pcs?|computers?|servers?|screens?|data)\b.{0,16}\b(?:locked|encrypted|scrambled)\b|\bransom (?:note|demand|message)\b/u,
  /(?:リンク|添付|url|メール|ファイル|サイト).{0,14}(?:押し|開い|クリックし|開け|踏ん|入れ)(?:て|で)(?:しまっ|しまい|ちゃっ)|パスワードを.{0,8}(?:入れ|打っ|入力し|教え)て(?:しまっ|しまい|ちゃっ)/u,
  /感染し(?:た|ちゃった|てる|ている|ました|てしま)|乗っ取られ(?:た|ました|てる|ている)|身代金.{0,12}(?:出|表示|要求され|来た)|(?:ファイル|データ).{0,6}(?:開けなく|開かなく|暗号化され)(?:なっ|た|て)|だまされて.{0,8}(?:振り込|払)/u,
]
/** Told of another time, or asked for beforehand. */
const NOT_NOW =
  /\b(?:if|suppose|should|could|might|would|last (?:year|month|spring|summer|autumn|winter|week)|years? ago|how (?:do|can) (?:we|i) (?:prevent|avoid|train|teach)|story|heard)\b|もし|したら|られたら|ないように|防ぐ|(?:た|る)(?:とき|場合)|去年|昨年|先月|先週|以前|昔|聞い|話を|いた日|していた|会社の話|備え|訓練/u

/** Whether somebody says that it is happening to them now. */
export function isUrgent(text: string): boolean {
  const said = text.normalize('NFKC').replaceAll(/[‘’]/gu, "'").toLowerCase()
  return !NOT_NOW.test(said) && HAPPENING.some((happening) => happening.test(said))
}

/** Whom a firm turns to first; the corpus has them, with how sure their numbers are. */
const FIRST_CALLS = ['ipa-org', 'police']

/** The same answer, with what to do this minute in front of it. */
export function withFirstAid(reply: Reply, { contacts }: Knowledge): Reply {
  const { lang } = reply
  const words = answerWordsIn(lang)
  const calls = FIRST_CALLS.flatMap((id) => contacts.find((contact) => contact.id === id) ?? [])
  const firstAid: readonly Block[] = [
    { kind: 'list', heading: words.rightNow, items: words.firstAid, ordered: true, own: true },
    {
      kind: 'list',
      heading: words.whoHelps,
      items: calls.map((contact) => called(contact, lang)),
      ordered: false,
      own: true,
    },
  ]
  return { ...reply, blocks: [...firstAid, ...reply.blocks] }
}

function called({ name, phone, helps_with, link }: Knowledge['contacts'][number], lang: Lang): string {
  const number = phone === undefined ? '' : lang === 'ja' ? `（${phone}）` : ` (${phone})`
  return `${name[lang]}${number}${lang === 'ja' ? '：' : ': '}${helps_with[lang]} ${link}`
}
