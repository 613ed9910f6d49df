import type { Because } from '../../checklist/fold/standing.ts'
import type { NextBecause } from '../../checklist/next.ts'
import { formsJa } from './forms-ja.ts'
import type { ChecklistWords } from './vocabulary.ts'

const EFFORT = {
  1: '8時間まで（1日ほど）',
  2: '8〜40時間（1〜2か月に分けて、1週間分ほど）',
  3: '40時間を超える（外の助けも借りて数か月）',
}
const COST = { 1: '0〜3万円', 2: '3万〜30万円', 3: '30万円を超える' }

const STAGES = { start: 'はじめ', basics: '土台', show: '見せる' }

/** What a firm said of itself, as the reason why an item is asked again. */
const CONDITIONS: Readonly<Record<string, string>> = {
  customer_asks: '取引先から求められていることがある',
  internet_line: '会社にインターネットの回線がある',
  wifi_or_factory: 'Wi-Fiや、現場のネットワークがある',
  factory_machines: 'ネットワークにつながる機械がある',
  cloud_or_portal: 'クラウドや、取引先のサイトを使っている',
  outsourcing: '仕事をよそに頼んでいる',
}
const condition = (when: string): string => CONDITIONS[when] ?? when

export const ja: ChecklistWords = {
  ...formsJa,
  status: {
    done: 'できている',
    partly: '一部できている',
    not_yet: 'まだ',
    dont_know: 'わからない',
    not_applicable: '当てはまらない',
    open: '未回答',
  },
  stage: STAGES,
  party: { us: '自社', vendor: '業者', shared: '自社と業者' },
  happened: {
    answered: (what) => `答え：${what}`,
    noted: (text) => (text === '' ? 'メモを消した' : `メモ：${text}`),
    evidence_added: (what) => `証拠を足した：${what}`,
    evidence_removed: '証拠を外した',
    owner: (name) => (name === undefined ? '担当を外した' : `担当：${name}`),
    due: (date) => (date === undefined ? '期限を外した' : `期限：${date}`),
    putOff: (until) => `決めるのを先に延ばした（${until}まで）`,
    responsible: (party) => (party === undefined ? '分担を提案どおりに戻した' : `分担：${party}`),
    confirmed: '答えを確認した',
    sent_back: (reason) => `差し戻した：${reason}`,
    reopened: (when) => `会社の様子が変わり、もう一度聞くことになった（${condition(when)}）`,
  },

  answer: '答え',
  before: '前の答え',
  met: '済んだこと',
  reason: '理由',
  confirmedBy: '確認',
  sentBackBy: '差し戻し',
  owner: '担当',
  due: '期限',
  dueIn: (date, days) =>
    days < 0 ? `${date}（${-days}日過ぎています）` : days === 0 ? `${date}（今日）` : `${date}（あと${days}日）`,
  responsible: '分担',
  note: 'メモ',
  evidence: (n) => `証拠${n}`,
  validUntil: (what, { until, over }) => `${what}（${until}まで${over ? '。期限が切れています' : ''}）`,
  metOf: (met, all) => `${all}件のうち${met}件`,
  signed: (what, signature) => `${what}（${signature}）`,
  whoWhen: (who, date) => `${date}、${who}`,
  withReason: (what, reason) => `${what}（${reason}）`,
  because,
  reworded: '前に答えたときから、質問の言い方が変わりました。答えは残っています。違っていたら、答え直してください。',
  apart: '会社の様子から、この項目は数えていません。様子が変わったら、会社の設定を直してください。',
  firstStep: 'まずやること（Shirubeからの提案）',
  bands: '手間と費用',
  bandsOf: (effort, cost) =>
    `社内の手間は${EFFORT[effort]}、1年目に外へ払うお金は${COST[cost]}。Shirubeの大まかな見立てです`,
  restsOn: '根拠',
  restsOnCounts: ({ cpsf, scs, ipa }) => {
    const counts = [
      ...(cpsf > 0 ? [`CPSF ${cpsf}件`] : []),
      ...(scs > 0 ? [`SCS ★3の基準${scs}件`] : []),
      ...(ipa > 0 ? [`IPA ${ipa}件`] : []),
    ]
    return `${counts.join('、')}（「くわしく」で見られます）`
  },
  yourAnswer: 'いまの様子に近いものを押してください',

  allSteps: '進め方（Shirubeからの提案）',
  evidenceIdeas: 'できていると示せるもの（Shirubeからの提案）',
  criteria: 'SCS ★3の基準（Shirubeの言い換え）',
  fromFramework: { cpsf: '根拠：CPSF', scs: '根拠：SCS ★3の基準', ipa: '根拠：IPA' },
  comma: '、',
  touchedIsNotMet: 'どれも、この質問が関わる項目です。「できている」と答えても、その項目の全部を満たすとは限りません。',
  noVendorMessage: 'この項目には、業者への文面はありません。',

  open: 'この項目を開く',
  more: 'くわしく',
  details: '担当・期限・証拠',
  vendorMessage: '業者に送る文面',
  vendorMessageIn: { ja: '日本語の文面', en: '英語の文面' },
  history: '記録',
  confirm: '答えを確認した',
  sendBack: '差し戻す',
  undo: '取り消す',
  putBack: 'やっぱり元に戻す',
  backToItem: '項目に戻る',
  removeEvidence: (n) => `証拠${n}を外す`,
  checklist: '項目の一覧',
  progress: '進み具合',
  unknowns: (n) => `わからない（${n}）`,
  mine: (n) => `自分の担当（${n}）`,
  expired: (n) => `有効期限の切れた証拠（${n}）`,
  overdue: (n) => `期限を過ぎた項目（${n}）`,
  projection: { ipa: 'IPAの自社診断で見る', scs: 'SCS ★3の基準で見る', cpsf: 'CPSFの分類で見る' },
  row: (standing, question) => `【${standing}】${question}`,
  dueRow: (standing, date) => `${standing}・${date}まで`,
  stageButton: (stage, { all, assessed }) => `${stage}（${assessed}/${all}）`,

  answered: {
    done: '「できている」と記録しました。',
    partly: '「一部できている」と記録しました。',
    not_yet: '「まだ」と記録しました。ここから1つずつで大丈夫です。',
    dont_know: '「わからない」と記録しました。次のどれかで確かめられます。',
    not_applicable: '「当てはまらない」と記録しました。この項目は数えず、理由と一緒に残します。',
  },
  allMet: '挙がっていることは、すべて済んでいます。ほかに足りないことがなければ「できている」に変えられます。',
  nextStep: '次の一歩',
  afterNext: 'そのあとの項目',
  nextBecause: (because) => `お勧めする理由：${nextBecause(because)}`,
  nothingNext: 'いまの答えでは、次にお勧めする項目はありません。年に1回、見直しの日に目を通してください。',
  saved: '記録しました。',
  nothingChanged: '変わったところはありませんでした。',
  confirmed: '答えを確認したことを記録しました。',
  sentBack: '差し戻しました。項目は未回答に戻り、前の答えと理由は残っています。',
  answerMoved: 'この間に答えが変わりました。いまの答えを見てから、もう一度押してください。',
  noSuchItem: (item) => `${item} という項目は、いまのチェックリストにありません。`,

  findOut: '2分で確かめる：次のどれかが社内にありますか',
  findOutThen:
    '見つかったら「できている」か「一部できている」に、見つからなければ「まだ」に変えてください。「まだ」も立派な答えです。',
  vendorReady: '業者にそのまま送れる文面',

  welcome: (items) =>
    `会社のセキュリティについて、${items}の質問に1つずつ答えていきます。わからなければ「わからない」を押してください。答えはいつでも直せて、前の答えも残ります。`,
  stageIntro: {
    start: 'いますぐ、自分たちだけで、または業者へのメール1通でできることです。',
    basics: '続けていくための、一覧と決まりです。',
    show: '取引先に「見せて」と言われることです。',
  },
  otherStages: 'ほかの段階',
  byStage: ({ all, assessed, inPlace }) => `${all}件のうち、答えた項目${assessed}件、できている項目${inPlace}件`,
  leftOut: '「当てはまらない」とした項目',
  apartList: '会社の様子から、数えていない項目',
  noProof: 'この数字は、みなさんの答えを数えたものです。どこかの水準に届いたことを示すものではありません。',
  otherViews: '同じ答えを、ほかの枠組みで見る',
  noUnknowns: '「わからない」の項目はありません。',
  unknownsIntro: '「わからない」の項目です。上から1つずつ確かめましょう。',
  otherUnknowns: '残りの「わからない」',
  mineIntro: 'あなたが担当で、まだ済んでいない項目です。',
  noneMine: 'あなたの担当で、残っている項目はありません。',
  overdueIntro: '期限を過ぎた項目です。期限を決め直すだけでも一歩です。',
  expiredIntro:
    '有効期限の切れた証拠がある項目です。「担当・期限・証拠」で新しいものを足し、古いものは「記録」で外せます。',
  noneExpired: '有効期限の切れた証拠はありません。',
  noneOverdue: '期限を過ぎた項目はありません。',

  item: '項目',
  undoWhat: '直前にしたことを取り消しますか',
  undone: '取り消しました。その前の様子に戻っています。',
  putBackDone: '元に戻しました。',
  nothingToUndo: '取り消せることがありません。',
  notYours: 'これはほかの人が書いたものです。取り消せるのは本人だけです。',
  tookBack: (what) => `${what}（取り消し済み）`,
  noHistory: 'まだ何も書かれていません。',
}

function because(because: Because): string {
  switch (because.kind) {
    case 'sent_back':
      return '差し戻されました。理由を見て、もう一度答えてください。'
    case 'profile':
      return `会社の様子が変わったので、もう一度お聞きします（${condition(because.appliesWhen)}）。`
    case 'reworded':
      return '質問の中身が変わったので、もう一度お聞きします。前の答えは残っています。'
    case 'split':
      return '前の質問を、いくつかに分けました。この部分について答えてください。'
    case 'merged':
      return 'いくつかの質問を1つにまとめました。まとめた質問に、もう一度答えてください。'
  }
}

function nextBecause(because: NextBecause): string {
  switch (because.kind) {
    case 'only':
      return '残っているのは、この項目だけです。'
    case 'stage':
      return `「${STAGES[because.stage]}」の段階から先に進めます。`
    case 'unanswered':
      return 'まだ答えがありません。手を動かす前に、いまの様子を知っておきましょう。'
    case 'ten_minutes':
      return '最初の10分で手を付けられます。'
    case 'due':
      return `期限がいちばん近い項目です（${because.due}）。`
    case 'worth':
      return '手間のわりに、防げる被害が大きい項目です（Shirubeの見立て）。'
    case 'cheap':
      return '同じくらい大事な項目の中で、費用がかかりにくい項目です（Shirubeの見立て）。'
    case 'order':
      return 'チェックリストの順番で、次の項目です。'
  }
}
