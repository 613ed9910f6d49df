import type { Lang } from '../../corpus/schema.ts'

/** The page's own words. They travel with the page, so that its language switch needs no round trip. */
export interface PageWords {
  title: string
  skip: string
  language: string
  newConversation: string
  conversation: string
  welcomeTitle: string
  welcomeText: string
  you: string
  question: string
  questionHint: string
  keys: string
  send: string
  working: string
  unreachable: string
  unreadable: string
  retry: string
  historyFailed: string
  historyRetry: string
  panel: string
  changed: string
  caution: string
  credit: string
}

/** Words the server puts into replies, errors and the sign-in page. */
export interface WebWords {
  page: PageWords
  sources: (count: number) => string
  source: (n: number) => string
  edition: (edition: string) => string
  officialPage: string
  newTab: string
  /** A relation that says no more than the heading has no words. */
  relations: Readonly<Record<string, string>>
  signInTitle: string
  signIn: string
  signedOut: string
  wrongHost: string
  wrongOrigin: string
  malformed: string
  tooLarge: string
  noThread: string
  pickFile: string
  next: string
  home: string
  sample: string
  staleTitle: string
  stale: string
}

const ja: WebWords = {
  page: {
    title: '道しるべ Shirube',
    skip: '質問の入力へ移る',
    language: '表示する言語',
    newConversation: '新しい会話',
    conversation: 'やりとり',
    welcomeTitle: '会社のセキュリティ、気になることは何ですか',
    welcomeText:
      'ふだんの言葉で聞いてください。経済産業省のCPSF（サイバー・フィジカル・セキュリティ対策フレームワーク）をもとに、根拠を付けて答えます。資料にないことは、ないとお伝えします。',
    you: 'あなた',
    question: '質問',
    questionHint: '質問を書く',
    keys: 'Enterで送信、Shift＋Enterで改行',
    send: '送る',
    working: '調べています…',
    unreachable:
      'Shirubeに届きませんでした。動いているか確かめてから、もう一度送ってください。二重に送られることはありません。',
    unreadable: 'ファイルを読めませんでした。もう一度選ぶか、ファイル名とSHA-256を自分で入れてください。',
    retry: 'もう一度送る',
    historyFailed: '前のやりとりを読み込めませんでした。',
    historyRetry: 'もう一度読み込む',
    panel: '進み具合',
    changed: '表示が変わりました',
    caution: '回答は手元の資料にもとづく説明です。法律上の助言でも、基準や水準を満たす証明でもありません。',
    credit: '出典：「サイバー・フィジカル・セキュリティ対策フレームワーク Version 1.0」（経済産業省）を加工して作成',
  },
  sources: (count) => `根拠 (${count})`,
  source: (n) => `根拠 ${n}`,
  edition: (edition) => `版：${edition}`,
  officialPage: '公式のページを見る',
  newTab: '（新しいタブで開きます）',
  relations: {
    equal: '同じ内容',
    subset: '一部が重なる',
    superset: '一部が重なる',
    intersect: '一部が重なる',
  },
  signInTitle: 'リンクから開いてください',
  signIn:
    'Shirubeを起動した画面（ターミナル）に、鍵の入ったリンクが出ています。そのリンクをこのブラウザーで開いてください。',
  signedOut:
    'この画面の鍵が古くなりました。Shirubeを起動した画面（ターミナル）に出ているリンクを、もう一度開いてください。',
  wrongHost:
    'このチャットは、Shirubeを動かしているパソコンで http://127.0.0.1 か http://localhost から開いてください。',
  wrongOrigin: 'ほかのサイトからの送信は受け付けません。チャットの画面から送ってください。',
  malformed: '送られた内容を読み取れませんでした。画面を読み込み直して、もう一度送ってください。',
  tooLarge: '送られた内容が大きすぎます。短くして、もう一度送ってください。',
  noThread: '会話の番号が正しくありません。画面を読み込み直してください。',
  pickFile: 'ファイルを選ぶ（送られません）',
  next: '次の項目',
  home: 'チェックリスト',
  sample: 'これは見本の会社です',
  staleTitle: 'このリンクは使えなくなりました',
  stale: '会社のページへのリンクは、しばらくすると使えなくなります。チャットで「印刷」と送ると、新しいリンクが出ます。',
}

const en: WebWords = {
  page: {
    title: 'Shirube, the guidepost',
    skip: 'Skip to the question box',
    language: 'Language of this page',
    newConversation: 'New conversation',
    conversation: 'Conversation',
    welcomeTitle: 'What’s on your mind about security at your firm?',
    welcomeText:
      'Ask in your own words. Answers come from METI’s Cyber/Physical Security Framework (CPSF) and show the clauses they rest on. When something isn’t in the sources, Shirube says so.',
    you: 'You',
    question: 'Your question',
    questionHint: 'Ask a question',
    keys: 'Enter sends, Shift+Enter starts a new line',
    send: 'Send',
    working: 'Looking it up…',
    unreachable: 'That didn’t reach Shirube. Check that it is running, then send again. Nothing is asked twice.',
    unreadable: 'The file couldn’t be read. Pick it again, or type its name and SHA-256 yourself.',
    retry: 'Send again',
    historyFailed: 'The earlier conversation couldn’t be loaded.',
    historyRetry: 'Load again',
    panel: 'Progress',
    changed: 'Changed',
    caution: 'Answers come from the sources Shirube carries. They are no legal advice and no proof of any level.',
    credit: 'Source: Cyber/Physical Security Framework, Version 1.0 (METI), edited by Shirube',
  },
  sources: (count) => `Sources (${count})`,
  source: (n) => `Source ${n}`,
  edition: (edition) => `edition ${edition}`,
  officialPage: 'See the official page',
  newTab: '(opens a new tab)',
  relations: {
    equal: 'says the same',
    subset: 'overlaps in part',
    superset: 'overlaps in part',
    intersect: 'overlaps in part',
  },
  signInTitle: 'Please open the link',
  signIn: 'The terminal where Shirube was started shows a link with a key in it. Open that link in this browser.',
  signedOut:
    'The key of this page is no longer valid. Please open the link shown in the terminal where Shirube was started.',
  wrongHost: 'Please open this chat on the computer that runs Shirube, at http://127.0.0.1 or http://localhost.',
  wrongOrigin: 'Messages from other sites aren’t accepted. Please send from the chat page itself.',
  malformed: 'That message couldn’t be read. Please reload the page and send it again.',
  tooLarge: 'That message is too large. Please shorten it and send it again.',
  noThread: 'That isn’t the number of a conversation here. Please reload the page.',
  pickFile: 'Pick a file (it isn’t sent)',
  next: 'Next item',
  home: 'Checklist',
  sample: 'This is a sample firm',
  staleTitle: 'This link no longer works',
  stale: 'Links to a firm’s pages expire after a while. Send “print” in the chat to get a new one.',
}

const WORDS: Readonly<Record<Lang, WebWords>> = { ja, en }

export const webWordsIn = (lang: Lang): WebWords => WORDS[lang]
