/** What a message is, by its words alone; whatever no rule recognises is a question. */
export type Intent = 'empty' | 'greeting' | 'thanks' | 'who_are_you' | 'chatter' | 'help' | 'claim' | 'question'

export function intentOf(text: string): Intent {
  const said = tidy(text)
  if (!/[\p{Letter}\p{Number}]/u.test(said)) return said === '' ? 'empty' : 'chatter'
  const rule = RULES.find(({ patterns }) => patterns.some((pattern) => pattern.test(said)))
  return rule?.intent ?? 'question'
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/^(?:hi|hello|hey|すみません|あの)[\s,、。!]+(?=.{12})/gu, '')
    .replaceAll(/[\s!。、.,~〜?♪]+$/gu, '')
    .trim()

/** A whole short message that is only this. */
const only = (words: string): RegExp =>
  new RegExp(
    `^(?:${words})(?:[\\s!,。、〜~ーwｗ笑]|です|ます|ございます|ね|よ|よろしく|お願いします|shirube|しるべ|there|all|everyone|team|bot)*$`,
    'u',
  )

/** A standard or level somebody might want to be told they meet. */
const LEVEL_EN =
  '(?:cpsf|iso|nist|scs|meti|star|★|compliant|compliance|certif\\w*|secure|safe|approved|accredited|pass(?:es|ed)?|meets?|conform\\w*|qualified)'
const LEVEL_JA =
  '(?:準拠|適合|合格|認定|認証|取得|安全|十分|大丈夫|対策済|満たし|クリア|問題な|保証|証明|達成|お墨付き)'
const SAY_EN =
  '(?:write|draft|confirm|certify|declare|state|guarantee|tell (?:my|our|the|them)|say (?:that )?(?:we|our|it)|put (?:in writing|on)|sign off|give (?:me|us) (?:a|the) (?:certificate|stamp|ok)|issue|vouch)'
const SAY_JA =
  '(?:と|って|を)?(?:言って|言い切って|書いて|書ける|名乗|宣言|保証して|証明(?:して|書|文)|判定して|断言|太鼓判|認めて|載せ|うたって|アピール|発行して|一筆|返事して|答えていい|答えて(?:も)?(?:いい|大丈夫))'

const RULES: readonly { intent: Exclude<Intent, 'question'>; patterns: readonly RegExp[] }[] = [
  {
    intent: 'greeting',
    patterns: [
      only('hi|hello|hey|yo|good (?:morning|afternoon|evening|day)|greetings|howdy|hiya'),
      only(
        'こんにち[はわ]|こんばん[はわ]|おはよう?|おは|はじめまして|お疲れ(?:様|さま)?|おつかれ(?:様|さま)?|おつ|どうも|やあ|もしもし|よろしく|お世話になって(?:い)?ます|ただいま',
      ),
    ],
  },
  {
    intent: 'thanks',
    patterns: [
      /^(?:ok[,!. ]*|great[,!. ]*)?(?:thanks|thank you|thx|ty|cheers|much appreciated)\b.{0,40}$/u,
      /^.{0,12}(?:ありがと|有難う|サンキュー|助かりました|助かった|感謝)[^?？]{0,20}$/u,
      only(
        'ok|okay|got it|understood|i see|nice|great|cool|perfect|了解|承知(?:しました)?|わかりました|分かりました|なるほど|なるほどね|オッケー|はい|うん|そうなんだ',
      ),
      only(
        'bye|goodbye|good night|see you.{0,20}|good night,? see you.{0,20}|またね|また明日.{0,16}|さようなら|さよなら|おやすみ(?:なさい)?|失礼します|お先に(?:失礼します)?|ではまた',
      ),
    ],
  },
  {
    intent: 'who_are_you',
    patterns: [
      /^(?:so )?(?:who|what) (?:are|r) (?:you|u)\b.{0,30}$/u,
      /^what(?:'s| is) your name\b/u,
      /^are you (?:a |an )?(?:real |actual )?(?:human|person|robot|bot|ai|machine|real|alive|chatgpt|there)/u,
      /^who (?:made|built|created) you/u,
      /^(?:あなた|君|きみ|お前|おまえ|そちら|shirube|しるべ)(?:さん)?(?:は|って|の名前)?.{0,6}(?:誰|だれ|何者|何ですか|なに|何|名前|人間|ai|ロボット|機械)/u,
      /中に(?:は)?人(?:が|は)?(?:いる|います)/u,
      /^(?:人間|ai|ロボット|ボット|機械)(?:です|なの|なん|か|さん)/u,
      /^(?:お)?名前(?:は|を教えて|なに|何)/u,
    ],
  },
  {
    intent: 'help',
    patterns: [
      only(
        'help|help me|usage|menu|what can you do.{0,20}|what can i ask.{0,20}|how do (?:i|you) (?:use (?:this|you)|work)',
      ),
      only(
        'ヘルプ|使い方(?:を教えて(?:ください)?)?|何ができ(?:る|ます)(?:の|か)?|何を聞け(?:る|ます)(?:の|か)?|メニュー|できること',
      ),
    ],
  },
  {
    intent: 'claim',
    patterns: [
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
    ],
  },
  {
    intent: 'chatter',
    patterns: [
      /\b(?:tell|know|got) (?:me |us )?(?:a |any |another )?jokes?\b|make me laugh|^sing\b|^(?:you(?:'re| are) (?:the best|so |very |really |way |great|awesome|cute|smart|nice|funny|stupid|useless|cool|amazing|a (?:genius|star|lifesaver|legend)))|^how are you|^what's up|^lol|^haha|i love you|are you (?:tired|happy|bored|ok|single|busy)|^(?:test|testing|hello\?|ping)$/u,
      /面白い(?:こと|話|やつ)?(?:を)?(?:言って|して|ある|教えて|聞かせて)|(?:ジョーク|冗談|ギャグ|なぞなぞ|小話|歌)(?:を)?(?:言|歌|教|出|聞|一つ|お願い|って)|^(?:すごい|すごく|えらい|賢い|天才|かわいい|さすが|やるね|いいね|好き|大好き|つまらない|ばか|バカ|うける|ウケる|笑|暇|ひま|疲れた|つかれた|眠い|ねむい|腹減った|お腹すいた)|(?:説明|教え方|話).{0,4}(?:うまい|上手|わかりやすい|分かりやすい)(?:です)?(?:ね|よ|な)?[〜ー!]*$|^元気|調子どう|^テスト(?:です)?$|^(?:あ|え|お|う)+$/u,
    ],
  },
]
