import type { Lang } from '../../../corpus/schema.ts'
import type { SelfCheckAnswer } from '../../checklist/projections/ipa.ts'

type Of = 'ipa' | 'scs' | 'cpsf'

/** What Shirube says where it shows the firm's answers from another framework. */
export interface ProjectionWords {
  title: Record<Of, string>
  noProof: Record<Of, string>
  edition: (title: string, edition: string) => string
  editions: (editions: readonly string[]) => string
  backToProgress: string
  /** Several numbers or names in a row. */
  numbers: (all: readonly string[]) => string

  points: string
  pointsOf: (of: Readonly<{ points: number; most: number; scored: number; all: number }>) => string
  selfCheck: Record<SelfCheckAnswer, string>
  selfCheckSays: (says: string, points: number) => string
  ipaRules: string

  met: string
  open: string
  notOurs: string
  all: string
  allOpen: string
  criteria: (n: number) => string
  metWith: (met: number, whole: number) => string
  scsCounts: (counts: Readonly<{ met: number; open: number; notOurs: number }>) => string
  scsRules: string

  begun: string
  begunOf: (begun: number, all: number) => string
  notBegun: string
  categoryCounts: (counts: Readonly<{ items: number; inPlace: number; partly: number }>) => string
  cpsfRules: string
}

/** A real minus sign: a hyphen is easily overlooked. */
const signed = (points: number): string => String(points).replace('-', '−')

const ja: ProjectionWords = {
  title: {
    ipa: 'IPAの自社診断で見ると',
    scs: 'SCS ★3の基準で見ると',
    cpsf: 'CPSFの分類で見ると',
  },
  noProof: {
    ipa: 'Shirubeへの答えを、診断の数え方に写しただけのものです。診断そのものではなく、どの水準に届いたことも示しません。SECURITY ACTIONの宣言には、IPAの最新の診断を使ってください。',
    scs: 'Shirubeへの答えを、基準ごとに並べただけのものです。評価の結果ではなく、どの★に届いたことも示しません。★3では、専門家の確認を受けた自己評価が要ります。',
    cpsf: 'どの分類に手を付けたかを示すだけです。CPSFには点数も合格もなく、どの水準に届いたことも示しません。',
  },
  edition: (title, edition) => `${title}（${edition}）`,
  editions: (editions) => `もとにした版：${editions.join('、')}`,
  backToProgress: '進み具合に戻る',
  numbers: (all) => all.join('、'),

  points: '点数',
  pointsOf: ({ points, most, scored, all }) =>
    scored === 0
      ? `まだ数えられる項目がありません（${all}項目のうち0項目）`
      : `${most}点のうち${signed(points)}点（${all}項目のうち、答えのある${scored}項目で）`,
  selfCheck: {
    done: '実施している',
    partly: '一部',
    not_yet: '実施していない',
    dont_know: 'わからない',
    open: 'まだ答えていない質問がある',
    left_out: '当てはまらない（数えない）',
    untouched: 'チェックリストでは聞いていない',
  },
  selfCheckSays: (says, points) => `${says}、${signed(points)}点`,
  ipaRules:
    '実施4点、一部2点、未実施0点、わからない−1点で数えています。いくつかの質問が関わる項目は、全部できていれば「実施」、どれかができていれば「一部」です。「当てはまらない」は点数に入れず、満点からも引いています。IPAの用紙での扱いとは違うことがあります。',

  met: '答えの上で済んでいる基準',
  open: 'まだの基準',
  notOurs: '自社に関係しない基準',
  all: '基準の数',
  allOpen: 'まだ何も済んでいない項目',
  criteria: (n) => `${n}件`,
  metWith: (met, whole) =>
    whole === 0 ? `${met}件` : `${met}件（うち${whole}件は、質問全体に「できている」と答えたもの）`,
  scsCounts: ({ met, open, notOurs }) =>
    [`済み${met}件`, `まだ${open}件`, ...(notOurs > 0 ? [`関係しない${notOurs}件`] : [])].join('、'),
  scsRules:
    '「一部できている」で印を付けた基準と、「できている」と答えた質問の基準を、済みに数えています。質問は基準より短いので、取引先に話す前に、基準を1つずつ読み直してください。',

  begun: '手を付けた分類',
  begunOf: (begun, all) => `${all}分類のうち${begun}分類`,
  notBegun: 'まだの分類',
  categoryCounts: ({ items, inPlace, partly }) => `関わる質問${items}件のうち、できている${inPlace}件、一部${partly}件`,
  cpsfRules:
    '質問は、分類の中の要求事項に触れるだけです。「できている」と答えても、要求事項の全部を満たすとは限りません。',
}

const en: ProjectionWords = {
  title: {
    ipa: 'As IPA’s self-check would count',
    scs: 'By the criteria of SCS ★3',
    cpsf: 'By CPSF category',
  },
  noProof: {
    ipa: 'This only carries your answers to Shirube over to the way the self-check counts. It is not the self-check and no proof of a level. To declare SECURITY ACTION, please use IPA’s own current sheet.',
    scs: 'This only sorts your answers to Shirube by criterion. It is no rating and no proof of a star; ★3 takes a self-assessment confirmed by a specialist.',
    cpsf: 'This only shows which categories you have begun with. The CPSF has no score and no pass, and this is no proof of a level.',
  },
  edition: (title, edition) => `${title} (${edition})`,
  editions: (editions) => `Editions: ${editions.join('; ')}`,
  backToProgress: 'Back to progress',
  numbers: (all) => all.join(', '),

  points: 'Points',
  pointsOf: ({ points, most, scored, all }) =>
    scored === 0
      ? `Nothing to count yet (0 of ${all} items)`
      : `${signed(points)} out of ${most}, over the ${scored} of ${all} items that have an answer`,
  selfCheck: {
    done: 'done',
    partly: 'partly',
    not_yet: 'not done',
    dont_know: 'don’t know',
    open: 'a question is still open',
    left_out: 'doesn’t apply (not counted)',
    untouched: 'not asked by the checklist',
  },
  selfCheckSays: (says, points) => `${says}, ${signed(points)}`,
  ipaRules:
    'Done counts 4, partly 2, not done 0, don’t know −1. Where several questions bear on an item, it is done when all of them are, and partly when some are. “Doesn’t apply” has no points and is taken off the maximum; IPA’s own sheet may treat it differently.',

  met: 'Criteria in place by your answers',
  open: 'Still open',
  notOurs: 'Not ours',
  all: 'Criteria in all',
  allOpen: 'Nothing in place yet',
  criteria: String,
  metWith: (met, whole) =>
    whole === 0 ? String(met) : `${met} (${whole} of them because a whole question was answered with “Done”)`,
  scsCounts: ({ met, open, notOurs }) =>
    [`${met} in place`, `${open} open`, ...(notOurs > 0 ? [`${notOurs} not ours`] : [])].join(', '),
  scsRules:
    'Counted as in place: criteria ticked under “Partly”, and those of questions answered with “Done”. A question is shorter than its criteria, so read them one by one before you tell a customer anything.',

  begun: 'Categories begun with',
  begunOf: (begun, all) => `${begun} of ${all}`,
  notBegun: 'Not yet',
  categoryCounts: ({ items, inPlace, partly }) =>
    `${items} ${items === 1 ? 'question touches' : 'questions touch'} it: ${inPlace} done, ${partly} partly`,
  cpsfRules:
    'A question only touches the requirements of a category. Answering “Done” doesn’t mean that all of what they ask is there.',
}

const WORDS: Readonly<Record<Lang, ProjectionWords>> = { ja, en }

export const projectionWordsIn = (lang: Lang): ProjectionWords => WORDS[lang]
