/** What about a clause was asked. `overview` when nothing in particular was. */
export type Facet = 'overview' | 'what' | 'why' | 'how' | 'evidence' | 'who'

type Cue = Readonly<{ facet: Exclude<Facet, 'overview'>; words: readonly RegExp[] }>

/** In this order: "why do we need proof" asks why, "what proof do we show" asks for evidence. */
const CUES: readonly Cue[] = [
  {
    facet: 'why',
    words: [
      /^(?:but |and |ok,? )?why\b|\bwhy[?!]*$|\bwhy (?:do|does|should|is|would|bother|must)\b/giu,
      /\bwhat (?:could|can|would) (?:happen|go wrong)\b|\bwhat'?s the (?:point|risk|harm)\b/giu,
      /なぜ|なんで|何で(?:必要|要る|いる|だめ|ダメ|やる)|どうして|理由|何が(?:困る|起き|まずい)|意味あるの|必要性/gu,
    ],
  },
  {
    facet: 'evidence',
    words: [
      /\b(?:evidence|proof|prove)\b|\bwhat (?:counts|records)\b|\bhow (?:do|can|would) (?:we|i) show\b/giu,
      /\bwhat (?:can|could|do|would|should) (?:we|i) (?:show|keep|hand over|put in front of|give)\b/giu,
      /証拠|エビデンス|証明できる|何を(?:見せ|示せ|残せ|残し|提出)(?:れば|ば|たら)?|記録として|示せば/gu,
    ],
  },
  {
    facet: 'who',
    words: [
      /\bwho (?:does|should do|must do|has to do|is supposed to|is responsible(?: for)?|is in charge(?: of)?)\b/giu,
      /\bwho (?:should )?(?:decides?|handles?|signs?|owns?|looks? after|takes? care of|answers? for)\b/giu,
      /\bus or (?:the|our) (?:it )?(?:vendor|provider)\b|\b(?:the |our )?(?:it )?(?:vendor|provider) or us\b/giu,
      /\bwhose (?:job|duty|responsibility)(?: is (?:it|that|this))?\b/giu,
      /(?:誰|だれ)が(?:やる|する|やれば|担当|決める|責任)|(?:誰|だれ)の(?:仕事|責任|役目)|どっちが|どちらが(?:やる|する|責任)/gu,
      /業者(?:に任せ|と自社|がやる)|自社と(?:業者|委託先)|分担|責任範囲/gu,
    ],
  },
  {
    facet: 'how',
    words: [
      /^(?:and |so |but |ok,? )?how (?:do|should|can|to|often|frequently|long)\b|\bhow often\b|^(?:and |so |but |ok,? )?how[?!.]*$/giu,
      /\bhow (?:do|should|can) (?:we|i|you) (?:start|begin|go about)\b|\bwhat (?:should|do) (?:we|i) do\b/giu,
      /\bwhere (?:do|should) (?:we|i) (?:start|begin)\b|(?<![-\w] ?)\bsteps\b/giu,
      /どうすれば|どうやって|何をすれば|なにをすれば|やり方|進め方|手順を教|何から|どこから|頻度|何回|どのくらいの間隔/gu,
    ],
  },
  {
    facet: 'what',
    words: [
      /^(?:what(?:'s| is| are| does)|explain|tell me about|describe|define)\b|\bwhat does (?=.{0,30} (?:mean|ask|want))/giu,
      /とは[?？]?$|とは何|って何|って(?:なに|どういう)|何のこと|どういう意味|意味を教|について(?:教|説明)?|を(?:簡単に)?説明|どういう項目/gu,
    ],
  },
]

/** What was asked about, by the words of the question alone, and the rest of the question: what it is about. */
export function readFacet(question: string): Readonly<{ facet: Facet; topic: string }> {
  const plain = question.normalize('NFKC').replaceAll(/[‘’]/gu, "'").trim()
  const cue = CUES.find(({ words }) => words.some((word) => plain.search(word) !== -1))
  if (cue === undefined) return { facet: 'overview', topic: plain }
  const topic = cue.words.reduce((rest, word) => rest.replaceAll(word, ' '), plain)
  return { facet: cue.facet, topic: topic.trim() }
}
