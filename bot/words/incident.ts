import type { Lang } from '../../corpus/schema.ts'
import type { Incident } from '../incident/happening.ts'

type IncidentWords = Readonly<{
  rightNow: string
  firstAid: Readonly<Record<Incident, readonly string[]>>
  whoHelps: string
}>

const ja: IncidentWords = {
  rightNow: 'いま起きているなら、先にこれを（Shirubeからの提案）',
  firstAid: {
    intrusion: [
      'その機器のLANの線を抜き、Wi-Fiを切ってください。電源は切らず、再起動も、中身を消すこともしないでください。',
      'IT業者と社内の責任者に、いますぐ電話してください。いつ、何を押したか、画面に何が出たかを伝えます。',
      'パスワードを入れてしまったら、別の機器から変えてください。お金を払ったり振り込んだりしていたら、先に銀行へ電話してください。',
    ],
    money: [
      'もう払ってしまったなら、何より先に自社の銀行へ電話し、送金を止められないか聞いてください。次に警察へ。',
      'まだなら、払わないでください。メールや請求書にある番号ではなく、前から知っている番号で相手に電話し、本当かを確かめます。',
      'そのメールは消さず、返信もしないでください。社内の責任者とIT業者に知らせます。相手か自社のメールが乗っ取られているかもしれません。',
    ],
    misdirected: [
      '共有リンクなら、いますぐ共有を止めてください。メールなら、届いた相手に電話し、開かずに消してもらいます。消したという返事ももらってください。',
      '社内の責任者に、いますぐ伝えてください。だれに、何を、何人分送ったか。送ったメールは消さずに残します。',
      '個人情報が入っていたら、国への報告や本人への連絡が、期限のある義務になることがあります。取引先の情報なら、契約書の連絡先を確かめてください。',
    ],
    lost: [
      '探しながら、社内の責任者にいますぐ電話してください。いつ、どこで、何をなくし、中に何が入っていたかを伝えます。早いほど、打てる手が多く残っています。',
      'スマホやパソコンなら、遠くからロックし、その機器で使っていたIDのパスワードを別の機器から変えてください。立ち寄った店や駅、警察にも届けます。',
      '入っていた情報を書き出してください。だれの、何人分か。開くのにパスワードが要るか。個人情報があれば、国への報告が、期限のある義務になることがあります。',
    ],
  },
  whoHelps: '相談できる所（番号や受付の方法は、頼る前に公式のページで確かめてください）',
}

const en: IncidentWords = {
  rightNow: 'If it’s happening now, do this first (Shirube’s suggestion)',
  firstAid: {
    intrusion: [
      'Pull that machine’s network cable and turn off its Wi-Fi. Leave the machine switched on: no restart, and nothing wiped.',
      'Phone your IT vendor and the person in charge right now. Say when it was, what was clicked and what the screen showed.',
      'If a password was typed in, change it from another device. If money was sent, ring your bank before anybody else.',
    ],
    money: [
      'If it’s already paid, ring your bank before anybody else and ask whether the transfer can be stopped. Then the police.',
      'If not, don’t pay. Ring the sender on a number you’ve long known, never the one in the mail or invoice, and ask whether it’s true.',
      'Don’t delete the mail and don’t answer it. Tell the person in charge and your IT vendor: somebody may be in their mailbox, or in yours.',
    ],
    misdirected: [
      'If it’s a shared link, stop sharing it now. If it’s a mail, phone whoever got it, ask them to delete it unopened and to confirm that they did.',
      'Tell the person in charge right now: who got what, and about how many people it is. Keep the mail you sent.',
      'If personal data was in it, reporting to the authorities and telling those people can be a duty with a deadline. If it was a customer’s, look up in the contract whom to tell.',
    ],
    lost: [
      'While you look for it, phone the person in charge: what is gone, since when, where, and what was on it. The sooner they know, the more can still be done.',
      'If it’s a phone or PC, lock it from afar and change, on another device, the passwords that were used on it. Ask in the shops and stations on the way, and report it to the police.',
      'Write down what was on it: whose data, of how many people, and whether it opens without a password. With personal data in it, reporting can be a duty with a deadline.',
    ],
  },
  whoHelps: 'Who can help (check on the official page before you rely on it)',
}

const WORDS: Readonly<Record<Lang, IncidentWords>> = { ja, en }

export const incidentWordsIn = (lang: Lang): IncidentWords => WORDS[lang]
