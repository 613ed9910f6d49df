/** Words of offices and regulations, and what people say. Only pairs that fit wherever the first one stands. */
const PLAIN: readonly (readonly [hard: RegExp, easy: string])[] = [
  [/IT業者/gu, 'ITを頼んでいる会社'],
  [/(?<!\p{Script=Han})業者/gu, '頼んでいる会社'],
  [/定期的に/gu, '決まった間をあけて、何度も'],
  [/確認し/gu, '確かめ'],
  [/確認する/gu, '確かめる'],
  [/実施し/gu, '行い'],
  [/を行います/gu, 'をします'],
  [/を行う/gu, 'をする'],
  [/が行う/gu, 'がする'],
  [/復旧/gu, '元に戻すこと'],
  [/従業員/gu, '働く人'],
  [/速やかに/gu, 'すぐに'],
  [/台帳/gu, '一覧の表'],
  [/廃棄/gu, '捨てること'],
  [/総務/gu, '事務の人'],
  [/覚書/gu, '約束の紙'],
  [/回収する/gu, '返してもらう'],
  [/回収し/gu, '返してもらい'],
  [/記録を残(?=[しす])/gu, '書いて残'],
  [/貸与/gu, '貸すこと'],
  [/承認/gu, '許可'],
  [/未然に/gu, '起きる前に'],
  [/第一報/gu, '最初の知らせ'],
]

/** Examples in brackets, three or more: they make a sentence long, and it says the same without them. */
const EXAMPLES = /（[^（）]*、[^（）]*、[^（）]*）/gu

export const plainWords = (text: string): string =>
  PLAIN.reduce((rest, [hard, easy]) => rest.replaceAll(hard, easy), text.replaceAll(EXAMPLES, ''))
