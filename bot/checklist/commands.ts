import type { Action } from '../action.ts'
import type { Command } from '../command.ts'

type View = Extract<Action, { kind: 'view' }>['view']

const opens = (view: View, words: RegExp): Command => ({ words, action: () => ({ kind: 'view', view }) })

/** `ck-4`, `CK04`, 「項目4」. */
const ITEM = String.raw`(?:ck[- ]?|item |項目 ?)0*(\d{1,3})番?`
const idOf = (found: RegExpExecArray): string => `CK-${(found[1] ?? '').padStart(2, '0')}`

export const CHECKLIST_COMMANDS: readonly Command[] = [
  opens('home', /^(?:home|start|begin|ホーム|はじめる|始める|スタート|開始)$/u),
  opens(
    'checklist',
    /^(?:(?:show )?(?:the |our |my )?checklist|(?:the )?(?:list|items)|チェックリスト|(?:項目の?)?一覧)$/u,
  ),
  opens('next', /^(?:next(?: step| item| question)?|what(?:'s| is) next|次|次へ|次は|次の(?:項目|一歩|質問))$/u),
  opens('progress', /^(?:(?:our |my )?(?:progress|status)|進み具合|進捗|状況)$/u),
  opens('unknowns', /^(?:(?:the )?unknowns?|don'?t knows?|わからない(?:項目|もの)|分からない(?:項目|もの)|不明)$/u),
  opens('mine', /^(?:mine|my (?:items|tasks)|assigned to me|(?:自分|私)の(?:担当|項目)|担当)$/u),
  opens('overdue', /^(?:overdue|late(?: items)?|期限切れ|遅れ|期限を?過ぎた(?:項目|もの))$/u),
  opens('expired', /^(?:expired(?: evidence)?|(?:証拠の)?有効期限|期限切れの証拠|証拠の期限(?:切れ)?)$/u),
  opens('undo', /^(?:undo|take (?:it )?back|取り消し|取り消す|取消|元に戻す)$/u),
  {
    words: new RegExp(`^${ITEM}$`, 'u'),
    action: (found) => ({ kind: 'item', item: idOf(found) }),
  },
  {
    words: new RegExp(`^(?:(?:history|log)(?: of)? |(?:履歴|記録) ?)${ITEM}$`, 'u'),
    action: (found) => ({ kind: 'history', item: idOf(found) }),
  },
  {
    words: new RegExp(`^${ITEM} ?(?:の ?)?(?:history|log|履歴|記録)$`, 'u'),
    action: (found) => ({ kind: 'history', item: idOf(found) }),
  },
]
