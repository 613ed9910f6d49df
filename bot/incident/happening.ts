import { plainText } from '../plain-text.ts'

/** What somebody says is happening to them: each kind has its own first minutes. */
export type Incident = 'intrusion' | 'money' | 'misdirected' | 'lost'

type Cue = Readonly<{ incident: Incident; words: readonly RegExp[] }>

/** Money comes first, for a bank can stop it within the hour; a lost thing last, for a lost password is a leak. */
const CUES: readonly Cue[] = [
  {
    incident: 'money',
    words: [
      /\b(?:sent|wired|transferred|paid)\b.{0,40}\b(?:scam\w*|fraud\w*|fake|wrong account|criminals?|imposter|impostor)\b|\b(?:scammed|defrauded)\b/u,
      /\b(?:invoice|mail|e-?mail|message|supplier|customer|boss|ceo|president|vendor)\b.{0,60}\b(?:(?:changed|new|different|other) (?:bank )?(?:account|bank details)|bank (?:account|details) (?:has |have )?changed)\b/u,
      /(?:だまされ|騙され).{0,12}(?:振り?込|払|送金)|(?:偽|にせ|ニセ|詐欺).{0,16}(?:振り?込んで?(?:だ|しまっ|しまい|じゃっ)|払って(?:しまっ|しまい)|払っちゃっ|送金し(?:た|て(?:しまっ|しまい)))|(?:振り?込み?詐欺|ビジネスメール詐欺).{0,6}(?:に遭|にあっ|かも)/u,
      /(?:請求書|メール|取引先|社長).{0,24}(?:振り?込み?先|口座).{0,12}(?:変わっ|変更|違う|別の)/u,
    ],
  },
  {
    incident: 'misdirected',
    words: [
      /\b(?:sent|mailed|e-?mailed|faxed|forwarded|shared)\b.{0,60}\b(?:to (?:the|a) wrong|wrong (?:person|people|address|customer|company|client)|by mistake|in (?:to|cc)\b.{0,12}instead of bcc|to everyone by accident)/u,
      /(?:誤送信|送り間違え|誤配信)(?:し(?:た|て|ちゃっ|まし)|が(?:あっ|起き)|だ|です|$)|(?:間違|まちが)(?:え|っ)て.{0,24}(?:送っ(?:た|て|ちゃっ)|送信し|転送し|共有し)|(?:別|違う|他|ほか)の(?:人|会社|客|お客|取引先|相手).{0,16}(?:送っ(?:た|て|ちゃっ)|送信し(?:た|て|ちゃっ))|bcc.{0,20}(?:cc|to)(?:に|で).{0,10}(?:し(?:た|て|ちゃっ)|送っ|入れ)/u,
    ],
  },
  {
    incident: 'intrusion',
    words: [
      /\b(?:clicked|opened|downloaded|ran|typed|entered|gave)\b.{0,40}\b(?:link|attachment|mail|e-?mail|file|password|code|site|page)\b/u,
      /\b(?:got|been|being|is|are|was|were|'re|'s) (?:just |probably |maybe )?(?:hacked|infected|breached|taken over)\b|\b(?:files?|pcs?|computers?|servers?|screens?|data)\b.{0,16}\b(?:locked|encrypted|scrambled)\b|\bransom (?:note|demand|message)\b|\bransomware\b.{0,24}\b(?:hit|got|attacked|has|on our|on my)\b|\bhit by (?:a )?(?:ransomware|virus|malware)\b/u,
      /(?:リンク|添付|url|メール|ファイル|サイト).{0,14}(?:押し|開い|クリックし|開け|踏ん|入れ)(?:て|で)(?:しまっ|しまい|ちゃっ)|パスワードを.{0,8}(?:入れ|打っ|入力し|教え)て(?:しまっ|しまい|ちゃっ)/u,
      /感染し(?:た|ちゃった|てる|ている|ました|てしま)|乗っ取られ(?:た|ました|てる|ている)|身代金.{0,12}(?:出|表示|要求され|来た)|(?:ファイル|データ).{0,6}(?:開けなく|開かなく|暗号化され)(?:なっ|た|て)/u,
      /(?:ランサム\S{0,4}|ウイルス|ウィルス|マルウェア|ハッカー|ハッキング|不正アクセス)[にをが].{0,4}(?:やられ|入られ|され(?:た|まし)|攻撃され|遭っ|あっ|かかっ)/u,
    ],
  },
  {
    incident: 'lost',
    words: [
      /\b(?:lost|stolen|stole|left (?:his|her|my|the|a|our)|can(?:'t|not) find|missing)\b.{0,40}\b(?:usb|memory stick|laptop|notebook|phone|smartphone|tablet|pc|hard (?:disk|drive)|briefcase|documents?)\b/u,
      /\b(?:usb(?: stick| drive| memory)?|memory stick|laptop|phone|smartphone|tablet|briefcase)\b.{0,16}\b(?:(?:was|got|is|has been|went) (?:lost|stolen|missing))\b/u,
      /(?:usb(?:メモリー?)?|メモリー?|ノートパソコン|ノートpc|パソコン|スマホ|携帯|タブレット|書類|かばん|カバン|鞄|hdd|ハードディスク).{0,10}(?:(?:を|が|は)?.{0,8}(?:なくし(?:た|て(?!も)|ちゃっ|まし)|失くし(?:た|て(?!も)|ちゃっ|まし)|無くし(?:た|て(?!も)|ちゃっ|まし)|落とし(?:た|て(?!も)|ちゃっ|まし)|紛失し|盗まれ(?:た|て(?!も)|まし)|置き忘れ(?:た|て(?!も)|まし)|置いてき(?:た|て|ちゃっ)|見つからない|見当たらない))/u,
    ],
  },
]

/** Told of another time, or asked for beforehand. */
const NOT_NOW =
  /\b(?:if|suppose|should|could|might|would|last (?:year|month|spring|summer|autumn|winter|week)|years? ago|how (?:do|can) (?:we|i) (?:prevent|avoid|train|teach)|story|heard|policy|rules?|avoid|prevent)\b|もし|したら|られたら|[たっ]ら(?:どう|、)|ないように|防ぐ|(?:た|る)(?:とき|時の|場合)|去年|昨年|先月|先週|以前|昔|聞い|話を|いた日|していた|会社の話|備え|訓練|対策|ルール|規程|手順/u

/** What somebody says is happening to them now, by their words alone; undefined where nothing does. */
export function happeningIn(text: string): Incident | undefined {
  const said = plainText(text)
  if (NOT_NOW.test(said)) return undefined
  return CUES.find(({ words }) => words.some((word) => word.test(said)))?.incident
}
