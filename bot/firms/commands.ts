import type { DeskAction } from '../action.ts'
import type { Command } from '../command.ts'

const opens = (action: DeskAction, words: RegExp): Command => ({ words, action: () => action })

export const FIRM_COMMANDS: readonly Command[] = [
  opens({ kind: 'settings' }, /^(?:settings|設定)$/u),
  opens({ kind: 'people' }, /^(?:people|members|メンバー)$/u),
  opens({ kind: 'enter_code' }, /^(?:(?:enter )?(?:a )?code|コード(?:入力)?)$/u),
  opens({ kind: 'papers' }, /^(?:print|papers|印刷)$/u),
  opens({ kind: 'portfolio' }, /^(?:portfolio|my firms|支援(?:している会社|先)|担当(?:する会社|先))$/u),
]
