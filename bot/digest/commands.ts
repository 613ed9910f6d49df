import type { Command } from '../command.ts'

export const DIGEST_COMMANDS: readonly Command[] = [
  {
    words:
      /^(?:(?:the |our |my )?(?:weekly )?digest(?: preview)?|preview (?:the )?digest|(?:今週|週)の?(?:まとめ|報告)|週報|ダイジェスト)$/u,
    action: () => ({ kind: 'digest' }),
  },
  {
    words:
      /^(?:(?:digest send|send (?:me )?(?:the |my )?(?:weekly )?digest)|(?:週のまとめ|週報|ダイジェスト)を?(?:送って|送る|送信)(?:ください)?)$/u,
    action: () => ({ kind: 'send_digest_form' }),
  },
  {
    words:
      /^(?:(?:show (?:me )?)?(?:the |my |our )?(?:last|previous) (?:weekly )?digest|(?:前回|先週)の?(?:(?:週の)?まとめ|週報|ダイジェスト|お知らせ))$/u,
    action: () => ({ kind: 'last_digest' }),
  },
  {
    words: /^(?:digest|ダイジェスト|週のまとめ|週報) (\d{4}-w\d{2})$/u,
    action: ([, period = '']) => ({ kind: 'last_digest', period: period.toUpperCase() }),
  },
  {
    words: /^(?:digest settings|(?:週のまとめ|週報|ダイジェスト)の?設定)$/u,
    action: () => ({ kind: 'digest_settings' }),
  },
]
