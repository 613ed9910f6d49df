import type { Lang } from '../../corpus/schema.ts'
import type { CodePurpose } from '../firms/codes.ts'
import type { CodeRefusal } from '../ports.ts'

/** What Shirube says about one-time codes. */
export interface CodeWords {
  made: Record<CodePurpose, string>
  lasts: (minutes: number) => string
  howTo: string
  enterTitle: string
  enterIntro: string
  code: string
  send: string
  refused: Record<CodeRefusal, string>
  /** `firm` may be empty: not every firm has said its name. */
  granted: Record<CodePurpose, (firm: string) => string>
  toHome: string
  toPortfolio: string
}

const ja: CodeWords = {
  made: {
    manager: '責任者になる人に、このコードを伝えてください。入力した人は、確認や会社の設定ができるようになります。',
    link: 'もう一つのチャットで、あなた自身がこのコードを入力してください。どちらで答えても、同じ一人の記録になります。',
    workspace:
      'もう一つのチャット（SlackかTeams）で、あなた自身がこのコードを入力してください。そのチャットの全員が、この会社のチェックリストを使うようになります。',
    supporter:
      '外部の支援者（IT業者、診断士など）に、このコードを伝えてください。入力した人は、この会社のチェックリストと進み具合を見られます。書き込みはできません。いつでも終わりにできます。',
  },
  lasts: (minutes) => `使えるのは1回だけ、${minutes}分以内です。期限が切れたら、新しく作ってください。`,
  howTo: '入力するには、相手のチャットで「コード」と送ります。',
  enterTitle: 'コードの入力',
  enterIntro: '受け取ったコードを入れてください。大文字と小文字、ハイフンの有無は気にしなくてかまいません。',
  code: 'コード',
  send: '送る',
  refused: {
    unknown:
      'このコードは見つかりません。文字をもう一度確かめてください。新しいコードが作られると、前のものは使えなくなります。',
    expired: 'このコードは期限が切れています。作った人に、新しいコードを頼んでください。',
    used: 'このコードはもう使われています。使えるのは1回だけです。新しいコードを頼んでください。',
    other_firm: 'これは別の会社のコードです。その会社のチャットで入力してください。コードはまだ使われていません。',
    own_firm:
      'これは社外の支援者に渡すコードです。社内の人は、コードがなくてもチェックリストを使えます。コードはまだ使われていません。',
    in_use:
      'このチャットでは、すでに別のチェックリストを使っているため、まとめられません。先にどちらを残すか決めてください。コードはまだ使われていません。',
    too_many: '間違いが続いたため、15分ほど受け付けを止めています。時間をおいて、もう一度入力してください。',
  },
  granted: {
    manager: (firm) => `${the(firm, 'この会社')}の責任者になりました。`,
    link: () => 'つながりました。これからは、どちらのチャットで答えても同じ一人の記録になります。',
    workspace: (firm) => `このチャットは、${the(firm, '元のチャットと同じ会社')}につながりました。`,
    supporter: (firm) => `${the(firm, 'この会社')}の支援者として登録されました。見るだけで、書き込みはできません。`,
  },
  toHome: 'チェックリストへ',
  toPortfolio: '支援している会社の一覧へ',
}

const the = (firm: string, otherwise: string): string => (firm === '' ? otherwise : firm)

const en: CodeWords = {
  made: {
    manager:
      'Give this code to whoever is to be manager. Whoever enters it can confirm answers and change the firm’s settings.',
    link: 'Enter this code yourself in the other chat. Whatever you do in either of them is then kept as one person’s.',
    workspace:
      'Enter this code yourself in the other chat (Slack or Teams). Everybody there will then use this firm’s checklist.',
    supporter:
      'Give this code to your outside supporter (IT vendor, adviser). Whoever enters it sees this firm’s checklist and progress, and can’t write anything. You can end it at any time.',
  },
  lasts: (minutes) => `It works once, within ${minutes} minutes. After that, make a new one.`,
  howTo: 'To enter it, send “code” in the other chat.',
  enterTitle: 'Enter a code',
  enterIntro: 'Type the code you were given. Capitals and the hyphen don’t matter.',
  code: 'Code',
  send: 'Send',
  refused: {
    unknown:
      'There is no such code. Please check the letters. When a new code is made, the one before it stops working.',
    expired: 'This code is too old. Please ask whoever made it for a new one.',
    used: 'This code has been used already; each works once. Please ask for a new one.',
    other_firm: 'This code belongs to another firm. Enter it in that firm’s chat; it hasn’t been used up.',
    own_firm:
      'This code is for a supporter from outside. People of the firm use the checklist without one. It hasn’t been used up.',
    in_use:
      'This chat already has a checklist of its own, so the two can’t be joined. Decide first which one to keep. The code hasn’t been used up.',
    too_many: 'There were too many wrong codes. Please wait 15 minutes and try again.',
  },
  granted: {
    manager: (firm) => `You’re now a manager of ${firm === '' ? 'this firm' : firm}.`,
    link: () => 'Linked. Whatever you do in either chat is kept as one person’s from now on.',
    workspace: (firm) => `This chat now belongs to ${firm === '' ? 'the same firm as the other one' : firm}.`,
    supporter: (firm) => `You’re now a supporter of ${firm === '' ? 'the firm' : firm}: you can read, but not write.`,
  },
  toHome: 'To the checklist',
  toPortfolio: 'To the firms you support',
}

const WORDS: Readonly<Record<Lang, CodeWords>> = { ja, en }

export const codeWordsIn = (lang: Lang): CodeWords => WORDS[lang]
