/** What about a clause was asked. `overview` when nothing in particular was. */
export type Facet = 'overview' | 'what' | 'why' | 'how' | 'evidence' | 'who'

/** In this order: "who should show what evidence" asks about evidence, "why do we need proof" asks why. */
const CUES: readonly { facet: Exclude<Facet, 'overview'>; words: RegExp }[] = [
  {
    facet: 'why',
    words:
      /^(?:but |and )?why\b|\bwhy (?:do|does|should|is|would|bother|must)\b|what (?:could|can|would) (?:happen|go wrong)|what'?s the (?:point|risk|harm)|なぜ|なんで|何で(?:必要|要る|いる|だめ|ダメ|やる)|どうして|理由|何が(?:困る|起き|まずい)|意味あるの|必要性/iu,
  },
  {
    facet: 'evidence',
    words:
      /\b(?:evidence|proof|prove)\b|what (?:can|could|do) (?:we|i) show|how (?:do|can) (?:we|i) show|what (?:counts|records)|証拠|エビデンス|証明できる|何を(?:見せ|示せ|残せ|提出)|記録として|示せば/iu,
  },
  {
    facet: 'who',
    words:
      /\bwho(?:'s| is| does| should| must| has to| is to)?\b.{0,40}\b(?:does|do|job|responsib\w*|duty|charge|answer\w*|us|vendor|supposed|handle\w*|own\w*|decide\w*|sign\w*)\b|\b(?:us or (?:the|our) vendor|vendor or us|whose (?:job|duty|responsibility))|誰が|だれが|誰の(?:仕事|責任|役目)|どっちが|どちらが(?:やる|する|責任)|業者(?:の|に任せ|と自社|がやる)|分担|責任範囲|自社と(?:業者|委託先)/iu,
  },
  {
    facet: 'how',
    words:
      /^how (?:do|should|can|to)\b|\bhow (?:do|should|can) (?:we|i|you)\b.{0,30}\b(?:start|begin|set up|go about|do)\b|what (?:should|do) (?:we|i) do|where (?:do|should) (?:we|i) (?:start|begin)|steps?\b|どうすれば|どうやって|何をすれば|なにをすれば|やり方|進め方|手順を教|何から|どこから/iu,
  },
  {
    facet: 'what',
    words:
      /^(?:what(?:'s| is| are| does)|explain|tell me about|describe|define)\b|what does .{0,30} (?:mean|ask|want)|とは[?？]?$|とは何|って何|って(?:なに|どういう)|何のこと|どういう意味|意味を教|について(?:教|説明)?|を(?:簡単に)?説明|どういう項目/iu,
  },
]

/** What was asked about, by the words of the question alone, and the rest of the question: what it is about. */
export function readFacet(question: string): Readonly<{ facet: Facet; topic: string }> {
  const plain = question.normalize('NFKC').trim()
  const cue = CUES.find(({ words }) => words.test(plain))
  return cue === undefined
    ? { facet: 'overview', topic: plain }
    : { facet: cue.facet, topic: plain.replace(cue.words, ' ').trim() }
}
