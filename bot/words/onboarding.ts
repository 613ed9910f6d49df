import type { Lang } from '../../corpus/schema.ts'
import type { CustomerRequest, Condition, ContactRole, Size, Step } from '../firms/profile.ts'

type Asked = Readonly<{ title: string; intro: string }>

/** What Shirube asks a firm about itself, and its settings. */
export interface OnboardingWords {
  steps: Record<Exclude<Step, 'done'>, Asked>
  step: (n: number, of: number) => string
  firmName: string
  contacts: Record<ContactRole, string>
  contactHint: string
  vendorHint: string
  asks: string
  asksYes: string
  asksNo: string
  asksUnsure: string
  who: string
  what: string
  whatHint: string
  by: string
  whatMissing: string
  whoMissing: string
  notADate: string
  answeredRequests: string
  request: (request: CustomerRequest) => string
  size: string
  sizes: Record<Size, string>
  applies: string
  appliesHint: string
  conditions: Record<Condition, string>
  digestOn: string
  digestYes: string
  digestNo: string
  day: string
  days: readonly string[]
  time: string
  next: string
  skip: string
  save: string
  doneTitle: string
  done: string
  changed: (count: number) => string
  toNext: string
  again: string
  begin: string
  goOn: string
  invitation: string
}

const ja: OnboardingWords = {
  steps: {
    people: {
      title: 'だれが見ていますか',
      intro:
        '社長、ふだんの担当者、IT業者は、別の人でかまいません。電話番号もあれば、緊急の連絡票にそのまま載ります。あとから直せるので、分からない欄は空けておいてください。',
    },
    customers: {
      title: '取引先から求められていること',
      intro: 'セキュリティについて、取引先から何か言われていますか。期限があれば、チェックリストの順番に使います。',
    },
    workplace: {
      title: '会社の様子',
      intro: '会社に関係のない項目を、チェックリストから外すために聞きます。',
    },
    digest: {
      title: '週のまとめ',
      intro: '進み具合と次に決めることを、週に1回、責任者にチャットで届けます。火曜の10時がおすすめです。',
    },
  },
  step: (n, of) => `（${of}つのうち${n}つ目）`,
  firmName: '会社の名前',
  contacts: {
    president: '社長',
    in_charge: 'ふだんの担当者',
    vendor: 'IT業者',
    insurer: '保険会社',
    bank: '銀行',
  },
  contactHint: '名前と電話番号。例：山田太郎 090-0000-0000',
  vendorHint: 'パソコンやネットの面倒を見ている会社や人。社外の人でもかまいません。',
  asks: '取引先から求められていますか',
  asksYes: 'はい',
  asksNo: 'いいえ',
  asksUnsure: 'わからない',
  who: 'どこから',
  what: '何を',
  whatHint: '例：★3、質問票への回答、契約書の条文',
  by: 'いつまで',
  whatMissing: '何を求められているかを書いてください。分からなければ「内容は確認中」でかまいません。',
  whoMissing: 'どこから求められているかを書いてください。',
  notADate: '日付を 2027-03-31 の形で入れてください。',
  answeredRequests: '済んだもの（選ぶと一覧から消えます）',
  request: ({ who, what, by }) => `${who}：${what}${by === undefined ? '' : `（${by}まで）`}`,
  size: '働いている人の数',
  sizes: { '1-5': '5人まで', '6-20': '6〜20人', '21-50': '21〜50人', '51-100': '51〜100人', '101-': '101人以上' },
  applies: '会社に当てはまるもの',
  appliesHint: '当てはまらないものは、外してください。迷うときは、そのままにしておきます。',
  conditions: {
    customer_asks: '取引先から求められていることがある',
    internet_line: '会社にインターネットの回線やルーターがある',
    wifi_or_factory: '会社にWi-Fiがある、または工場の機械がネットにつながっている',
    factory_machines: '工場の機械や、機械を動かすパソコンがある',
    cloud_or_portal: 'クラウドや取引先のサイトを使っている（会計、受発注、Slackなど）',
    outsourcing: '外注先やIT業者に仕事を頼んでいる',
  },
  digestOn: '週のまとめ',
  digestYes: '受け取る',
  digestNo: '受け取らない',
  day: '曜日',
  days: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'],
  time: '時刻',
  next: '次へ',
  skip: 'とばす',
  save: '保存する',
  doneTitle: 'これで準備ができました',
  done: 'ありがとうございます。あとから「設定」で、いつでも直せます。',
  changed: (count) => `会社に関係する項目は${count}件です。`,
  toNext: '最初の項目へ',
  again: '会社のことを直す',
  begin: '会社のことを教える（3分）',
  goOn: '会社のことの続きを答える',
  invitation: 'はじめに少しだけ会社のことを教えてください。関係のない項目を外し、順番を決めるのに使います。',
}

const en: OnboardingWords = {
  steps: {
    people: {
      title: 'Who looks after it?',
      intro:
        'The president, the person in charge and the IT vendor are often three people. Their phone numbers go on the emergency sheet. Leave empty what you don’t know; you can change it later.',
    },
    customers: {
      title: 'What customers ask for',
      intro: 'Has a customer asked you for anything about security? A date, if there is one, decides what comes first.',
    },
    workplace: {
      title: 'Your workplace',
      intro: 'This takes items out of the checklist that don’t apply to your firm.',
    },
    digest: {
      title: 'The weekly digest',
      intro: 'Once a week, managers get progress and what to decide next in chat. Tuesday at 10:00 works well.',
    },
  },
  step: (n, of) => ` (${n} of ${of})`,
  firmName: 'Name of the firm',
  contacts: {
    president: 'President',
    in_charge: 'Person in charge',
    vendor: 'IT vendor',
    insurer: 'Insurer',
    bank: 'Bank',
  },
  contactHint: 'Name and phone number, such as Taro Yamada 090-0000-0000',
  vendorHint: 'Whoever looks after your PCs and network, often somebody outside.',
  asks: 'Has a customer asked for something?',
  asksYes: 'Yes',
  asksNo: 'No',
  asksUnsure: 'Don’t know',
  who: 'Who asks',
  what: 'For what',
  whatHint: 'Such as ★3, a questionnaire, a clause in a contract',
  by: 'By when',
  whatMissing: 'Please write what is asked for. “Still finding out” will do.',
  whoMissing: 'Please write who asks for it.',
  notADate: 'Please write the date like 2027-03-31.',
  answeredRequests: 'Done (picking one takes it off the list)',
  request: ({ who, what, by }) => `${who}: ${what}${by === undefined ? '' : ` (by ${by})`}`,
  size: 'People working here',
  sizes: { '1-5': 'up to 5', '6-20': '6 to 20', '21-50': '21 to 50', '51-100': '51 to 100', '101-': '101 or more' },
  applies: 'What your firm has',
  appliesHint: 'Take out what it doesn’t have. When in doubt, leave it.',
  conditions: {
    customer_asks: 'A customer asks for something',
    internet_line: 'We have an internet line or router of our own',
    wifi_or_factory: 'We have Wi-Fi, or factory machines on the network',
    factory_machines: 'We have factory machines, or PCs that run them',
    cloud_or_portal: 'We use cloud services or customers’ portals (accounting, orders, Slack)',
    outsourcing: 'Subcontractors or an IT vendor work for us',
  },
  digestOn: 'Weekly digest',
  digestYes: 'Yes, please',
  digestNo: 'No',
  day: 'Day',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  time: 'Time',
  next: 'Next',
  skip: 'Skip',
  save: 'Save',
  doneTitle: 'You’re ready to start',
  done: 'Thank you. You can change all of this later under Settings.',
  changed: (count) => `${count} items apply to your firm.`,
  toNext: 'To the first item',
  again: 'Change what we said about the firm',
  begin: 'Tell me about your firm (3 minutes)',
  goOn: 'Tell me the rest about your firm',
  invitation:
    'Please tell me a little about your firm first. It takes out what doesn’t concern you, and sets the order.',
}

const WORDS: Readonly<Record<Lang, OnboardingWords>> = { ja, en }

export const onboardingWordsIn = (lang: Lang): OnboardingWords => WORDS[lang]
