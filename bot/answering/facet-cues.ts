export type CuedFacet =
  'why' | 'evidence' | 'cost' | 'often' | 'who' | 'elsewhere' | 'gist' | 'how' | 'enough' | 'need' | 'what'

type Cue = Readonly<{
  facet: CuedFacet
  words: readonly RegExp[]
  /** Whether the words may also be what the question is about: "how much should we spend". They are searched for, then. */
  isTopic: boolean
}>

const AND = String.raw`^(?:(?:and|so|but|ok(?:ay)?|then|well),? )*`

/** In this order: "why do we need proof" asks why, "what proof do we show" asks for evidence. */
export const CUES: readonly Cue[] = [
  {
    facet: 'why',
    isTopic: false,
    words: [
      new RegExp(String.raw`${AND}why\b|\bwhy[?!]*$|\bwhy (?:do|does|should|is|would|bother|must|so)\b`, 'giu'),
      /\bwhat (?:could|can|would) (?:happen|go wrong)\b|\bwhat'?s the (?:point|risk|harm)\b|\bwhat happens if we (?:don't|do not|skip)\b.{0,12}$/giu,
      /\b(?:is|are) (?:it|that|this|they) (?:really |so |that )*(?:bad|dangerous|risky|serious|important)\b|\bwhat (?:has|does|have) (?:that|this|it) (?:got |have )?to do with\b/giu,
      /なぜ|なんで|何で(?:必要|要る|いる|だめ|ダメ|やる)|どうして|理由|何が(?:困る|起き|まずい|いい)|意味(?:が|は)?あるの|[るくうすつむぶぐ]意味(?:は|って)|必要性|(?:そんなに|本当に)(?:危な|危険|大事|まずい)[^?？]{0,4}|(?:しない|やらない|放っておく)とどう|何の関係|^(?:それ|これ)?(?:って|は|も)?(?:だめ|ダメ|まずい|危ない|危険|問題)(?:なの|なん|です|でしょう|かな|の)*か?[?？]*$/gu,
    ],
  },
  {
    facet: 'evidence',
    isTopic: false,
    words: [
      /\b(?:evidence|proof|prove)\b|\bwhat (?:counts|records)\b|\bhow (?:do|can|would) (?:we|i) show\b/giu,
      /\bwhat (?:can|could|do|would|should|must) (?:we|i) (?:show|keep|hand over|put in front of|give)\b|\bwhat (?:would|does|do|will) (?:an?|the|our) (?:auditor|inspector|customer)s? (?:like|want|need|ask)(?: to see| for)?/giu,
      /証拠|エビデンス|証明できる|何を(?:見せ|示せ|残せ|残し|提出)(?:れば|ば|たら)?|記録として|示せば/gu,
    ],
  },
  {
    facet: 'cost',
    isTopic: true,
    words: [
      /\b(?:what|how much) (?:does|do|would|will|might) (?:it|this|that|they|these)(?: all)? cost\b|\bdoes (?:it|this|that) cost\b|\bhow (?:expensive|costly|dear)\b|\b(?:too )?(?:expensive|costly|cheap(?:er|est)?|pricey)\b/giu,
      /\bhow much(?: (?:money|time|work|effort|is (?:it|that|this)|for (?:it|that|this)))?\b|\bhow many hours\b|\bcosts?\b|\b(?:can't|cannot|can|could) afford\b|\bprice\b|\bwho pays\b|\bfree of charge\b|\bhow (?:hard|much work) is (?:it|this|that)\b/giu,
      /いくら(?!でも)|費用|お金(?:は|が|って)?(?:かか|要|いる|必要)[^?？]{0,4}|値段|料金|コスト|高(?:い(?:の|ん|です)?|くない|くつ[きく])|安く|手間|工数|どのくらい(?:の)?(?:時間|お金)|何時間|余裕(?:が|は)?(?:ない|なし)|かかる(?:お金|時間)/gu,
    ],
  },
  {
    facet: 'often',
    isTopic: false,
    words: [
      /\bhow (?:often|frequently|regularly|many times|soon|fast|quickly)\b|\bhow (?:long|many (?:years|months|weeks|days))\b|\b(?:for|until|till|by|since) (?:how long|when)\b|\bwhen (?:does|do|should|must) (?:it|this|that|we|i)\b|\bonce a (?:year|month|week|day)\b/giu,
      /頻度|何回|何度(?!も)|(?:どの|どれ)(?:くらい|ぐらい)(?:の)?(?:間隔|頻度|期間|ごと)|何[か箇ヶカ]?(?:月|年|週|日|分)(?:間)?(?:ごと|おき|に[1一]回|残|保管)?|(?:どの|どれ)(?:くらい|ぐらい)急|いつ(?:まで|ごろ|から|やる|する)?(?:に|は)?|毎(?:日|週|月|年)(?=[?？]|でいい|やる|する|$)|年に|月に|週に/gu,
    ],
  },
  {
    facet: 'elsewhere',
    isTopic: true,
    words: [
      /\b(?:which|what) (?:iso|nist|scs|ipa|star|★\d?)[\w /-]{0,16}(?:items?|controls?|clauses?|numbers?|requirements?)\b|\bwhat (?:does|do|about) (?:the )?(?:iso|nist|scs|ipa|★\s?[3-5]|[345][ -]stars?)\b.{0,16}(?:say|ask|have)?/giu,
      /\b(?:map(?:ped|ping)?s?|correspond\w*|equivalent|crosswalk)\b|\b(?:other|another) (?:frameworks?|standards?)\b/giu,
      /(?:iso|nist|scs|ipa|★\s?[3-5]|自社診断|6か条|27001)[^?？]{0,8}(?:だと|では|なら|の)?(?:どれ|どの(?:項目|番号)|何番|どう(?:なって|いう|\?|？)|にあたる|に当たる|との対応|対応表)|ほかの(?:枠組み|基準|規格)/giu,
    ],
  },
  {
    facet: 'who',
    isTopic: false,
    words: [
      /\bwho (?:does|should do|must do|has to(?: do)?|is supposed to|is responsible(?: for)?|is in charge(?: of)?)\b|\bwho'?s (?:responsible|in charge)\b/giu,
      /\bwho (?:should |must |then )?(?:decides?|handles?|signs?|owns?|keeps?|checks?|reads?|writes?|watch(?:es)?|changes?|explains?|tests?|runs?|looks? after|takes? care of|answers? for)\b/giu,
      /\bus or (?:the|our) (?:it )?(?:vendor|provider)\b|\b(?:the |our )?(?:it )?(?:vendor|provider) or us\b|\bby whom\b|\b(?:what would|can|could) (?:the|our) (?:it )?(?:vendor|provider)\b(?: do)?/giu,
      /\bwhose (?:job|duty|responsibility)(?: is (?:it|that|this))?\b/giu,
      /(?:誰|だれ)が(?:やる|する|やれば|担当|決める|責任|見る|持つ|管理|更新|確認)|(?:誰|だれ)の(?:仕事|責任|役目)|どっちが|どちらが(?:やる|する|責任)|(?:やる|する|見る|決める)のは(?:誰|だれ)/gu,
      /業者(?:に(?:任せ|頼|見て|やって)[^?？]{0,8}|と自社|がやる)|自社と(?:業者|委託先)|分担|責任範囲/gu,
    ],
  },
  {
    facet: 'gist',
    isTopic: false,
    words: [
      /\b(?:shorter|(?:in|the) short(?: version)?|briefly|in (?:one|two|three|a few) (?:lines?|sentences?|words?)|sum(?:mari[sz]e| (?:it|that) up)|summary|tl;?dr|in a nutshell)\b/giu,
      /(?:もっと|もう少し)?短く(?:まとめて)?|手短(?:に)?|一言で|ひとことで|要点(?:だけ)?|要約|要するに|ざっくり|[0-9一二三]行で/gu,
    ],
  },
  {
    facet: 'how',
    isTopic: false,
    words: [
      new RegExp(String.raw`${AND}how (?:do|should|can|to)\b|${AND}how[?!.]*$`, 'giu'),
      /\bhow (?:do|should|can) (?:we|i|you) (?:start|begin|go about)\b|\bwhat (?:should|do) (?:we|i) do\b|\bhow is (?:that|this|it) done\b/giu,
      /\bwhere (?:do|should) (?:we|i) (?:start|begin)\b|(?<![-\w] ?)\bsteps\b|\b(?:do you have |got )?(?:an?|any) (?:examples?|template)\b|\bfor (?:example|instance)[?]*$/giu,
      /どうすれば|どうやって|どうやる|どう(?:直|対応|対処|進め)(?:す|る|せば|れば|したら)+(?:いい|よい)?|何をすれば|なにをすれば|やり方(?:が|は|を)?(?:わから|分から|教え)?(?:ない)?|進め方|手順を教|何から|どこから|例えば[?？]*$|たとえば[?？]*$|ひな形|見本/gu,
    ],
  },
  {
    facet: 'enough',
    isTopic: true,
    words: [
      /\b(?:is|are|isn't|aren't) .{1,50} (?:enough|ok(?:ay)?|fine|sufficient|alright|all right)\b|\bwould .{1,40} do\b|\bgood enough\b|\bdoes .{1,30} (?:do|count|suffice)[?]*$/giu,
      /(?:だけ|これ|それ|で)(?:で|じゃ|では)?(?:十分|足り)(?:る|ます|ない)?|(?:だけ|これ|それ|の|まま)でも?(?:いい|よい|大丈夫|ok)(?:です|の)?か?[?？]*$|じゃ(?:だめ|ダメ)|でもいい(?:です|の)?か?[?？]*$|足りますか/giu,
    ],
  },
  {
    facet: 'need',
    isTopic: true,
    words: [
      new RegExp(
        String.raw`${AND}(?:do|does|must|should) (?:we|i|my firm|our firm|our company|small firms)(?: really| also| even)? (?:need|have to)\b|${AND}must (?:we|i)\b|\b(?:is|are) .{1,50} (?:necessary|required|mandatory|compulsory|obligatory)\b|${AND}should (?:we|i)\b`,
        'giu',
      ),
      /(?:は|も|って|を(?:する|やる|取る))?(?:必要|要る|要り|いる|必須|義務)(?:がある|です|ます|なの|でしょう)?(?:の|ん)?か?[?？]+$|(?:する|やる|入れる|取る|持つ|作る|見る)べき|しな(?:いと|ければ)(?:いけ|なら|だめ)|しなくても?(?:いい|よい|大丈夫)|(?:やら|し|入れ|取ら|使わ)ないと(?:だめ|ダメ|いけない|まずい)|(?:た|だ)(?:ほう|方)がいい(?:です)?か?[?？]*$/gu,
    ],
  },
  {
    facet: 'what',
    isTopic: false,
    words: [
      /^(?:what(?:'s| is| are| does)|explain|tell me about|describe|define)\b|\bwhat does (?=.{0,30} (?:mean|ask|want))/giu,
      /とは[?？]?$|とは何|って何|って(?:なに|どういう)|(?:って)?何のこと|どういう意味|意味を教|について(?:教|説明)?|を(?:簡単に)?説明|どういう項目/gu,
    ],
  },
]
