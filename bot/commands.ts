import type { Action } from './action.ts'

/** Typed words that do what a button does. Whole messages only: a question that holds such a word is a question. */
const COMMANDS: readonly Readonly<{ action: Action; words: RegExp }>[] = [
  { action: { kind: 'view', view: 'home' }, words: /^(?:home|start|ホーム|はじめる|始める)$/u },
  {
    action: { kind: 'view', view: 'checklist' },
    words: /^(?:(?:show )?(?:the )?checklist|list|チェックリスト|一覧)$/u,
  },
  { action: { kind: 'view', view: 'next' }, words: /^(?:next(?: step| item)?|次|次へ|次は[?？]?)$/u },
  { action: { kind: 'view', view: 'progress' }, words: /^(?:progress|status|進み具合|進捗|状況)$/u },
  { action: { kind: 'view', view: 'unknowns' }, words: /^(?:unknowns?|don'?t knows?|わからない項目|不明)$/u },
  { action: { kind: 'settings' }, words: /^(?:settings|設定)$/u },
  { action: { kind: 'people' }, words: /^(?:people|members|メンバー)$/u },
  { action: { kind: 'enter_code' }, words: /^(?:(?:enter )?(?:a )?code|コード(?:入力)?)$/u },
  { action: { kind: 'papers' }, words: /^(?:print|papers|印刷)$/u },
  { action: { kind: 'portfolio' }, words: /^(?:portfolio|my firms|担当(?:する会社|先))$/u },
  { action: { kind: 'undo' }, words: /^(?:undo|取り消し|取消|元に戻す)$/u },
]

export function commandIn(text: string): Action | undefined {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s。.!]+$/gu, '')
    .replaceAll('’', "'")
    .trim()
  return COMMANDS.find(({ words }) => words.test(said))?.action
}
