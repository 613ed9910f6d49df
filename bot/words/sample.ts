import type { Lang } from '../../corpus/schema.ts'
import type { ContactRole, OwnContact } from '../firms/profile.ts'

/** The made-up firm that is there on the first start. Its numbers are none that anybody has. */
export interface SampleWords {
  firm: string
  colleague: string
  contacts: Readonly<Partial<Record<ContactRole, OwnContact>>>
  customer: string
  asks: string
  note: string
}

const ja: SampleWords = {
  firm: '見本製作所',
  colleague: '佐藤 花子（見本）',
  contacts: {
    president: { name: '山田 太郎（見本）', reach: '090-0000-0001' },
    in_charge: { name: '佐藤 花子（見本）', reach: '090-0000-0002' },
    vendor: { name: '見本システム（IT業者）', reach: '03-0000-0003' },
  },
  customer: '見本自動車',
  asks: '★3を目標にしてほしい',
  note: '一覧は共有フォルダの「取引先」に置いた。',
}

const en: SampleWords = {
  firm: 'Sample Works',
  colleague: 'Hanako Sato (sample)',
  contacts: {
    president: { name: 'Taro Yamada (sample)', reach: '090-0000-0001' },
    in_charge: { name: 'Hanako Sato (sample)', reach: '090-0000-0002' },
    vendor: { name: 'Sample Systems (IT vendor)', reach: '03-0000-0003' },
  },
  customer: 'Sample Motors',
  asks: 'aim for ★3',
  note: 'The list is in the shared folder “Customers”.',
}

const WORDS: Readonly<Record<Lang, SampleWords>> = { ja, en }

export const sampleWordsIn = (lang: Lang): SampleWords => WORDS[lang]
