import type { Command } from '../command.ts'

export const DIGEST_COMMANDS: readonly Command[] = [
  {
    words:
      /^(?:(?:the |our |my )?(?:weekly )?digest(?: preview)?|preview (?:the )?digest|(?:今週|週)の?(?:まとめ|報告)|週報|ダイジェスト)$/u,
    action: () => ({ kind: 'digest' }),
  },
  {
    words: /^(?:digest settings|(?:週のまとめ|週報|ダイジェスト)の?設定)$/u,
    action: () => ({ kind: 'digest_settings' }),
  },
]
