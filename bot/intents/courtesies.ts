/** What people say to a chat bot out of politeness, and to find out what it is. All are matched on tidied lower case. */

/** A whole short message that is only this. */
const only = (words: string): RegExp =>
  new RegExp(
    `^(?:${words})(?:[\\s!,。、〜~ーwｗ笑]|です|ます|ございます|ね|よ|よろしく|お願いします|shirube|しるべ|there|all|everyone|team|bot)*$`,
    'u',
  )

export const GREETINGS: readonly RegExp[] = [
  only('hi|hello|hey|yo|good (?:morning|afternoon|evening|day)|greetings|howdy|hiya'),
  only(
    'こんにち[はわ]|こんばん[はわ]|おはよう?|おは|はじめまして|お疲れ(?:様|さま)?|おつかれ(?:様|さま)?|おつ|どうも|やあ|もしもし|よろしく|お世話になって(?:い)?ます|ただいま',
  ),
]

export const THANKS: readonly RegExp[] = [
  /^(?:ok[,!. ]*|great[,!. ]*)?(?:thanks|thank you|thx|ty|cheers|much appreciated)\b.{0,40}$/u,
  /^.{0,12}(?:ありがと|有難う|サンキュー|助かりました|助かった|感謝)[^?？]{0,20}$/u,
  only(
    'ok|okay|got it|understood|i see|nice|great|cool|perfect|了解|承知(?:しました)?|わかりました|分かりました|なるほど|なるほどね|オッケー|はい|うん|そうなんだ',
  ),
  only(
    'bye|goodbye|good night|see you.{0,20}|good night,? see you.{0,20}|またね|また明日.{0,16}|さようなら|さよなら|おやすみ(?:なさい)?|失礼します|お先に(?:失礼します)?|ではまた',
  ),
]

export const WHO_ARE_YOU: readonly RegExp[] = [
  /^(?:so )?(?:who|what) (?:are|r) (?:you|u)\b.{0,30}$/u,
  /^what(?:'s| is) your name\b/u,
  /^are you (?:a |an )?(?:real |actual )?(?:human|person|robot|bot|ai|machine|real|alive|chatgpt|there)/u,
  /^who (?:made|built|created) you/u,
  /^(?:あなた|君|きみ|お前|おまえ|そちら|shirube|しるべ)(?:さん)?(?:は|って|の名前)?.{0,6}(?:誰|だれ|何者|何ですか|なに|何|名前|人間|ai|ロボット|機械)/u,
  /中に(?:は)?人(?:が|は)?(?:いる|います)/u,
  /^(?:人間|ai|ロボット|ボット|機械)(?:です|なの|なん|か|さん)/u,
  /^(?:お)?名前(?:は|を教えて|なに|何)/u,
]

export const HELP: readonly RegExp[] = [
  only(
    'help|help me|usage|menu|what can you do.{0,20}|what can i ask.{0,20}|how do (?:i|you) (?:use (?:this|you)|work)',
  ),
  only(
    'ヘルプ|使い方(?:を教えて(?:ください)?)?|何ができ(?:る|ます)(?:の|か)?|何を聞け(?:る|ます)(?:の|か)?|メニュー|できること',
  ),
]
