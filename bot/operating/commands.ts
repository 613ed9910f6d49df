import type { Command } from '../command.ts'

export const OPERATOR_COMMANDS: readonly Command[] = [
  {
    words:
      /^(?:(?:show |the )?(?:letters? waiting|waiting letters|dead letters|undelivered(?: (?:letters|digests|messages))?)|(?:届(?:いていない|かなかった|かない)|未達の?)(?:手紙|お知らせ|週のまとめ|ダイジェスト)(?:の?一覧)?)$/u,
    action: () => ({ kind: 'letters_waiting' }),
  },
  {
    words:
      /^(?:(?:digest send|send (?:the )?digest)(?: (?:to|of|for))?|(?:週のまとめ|ダイジェスト)を?(?:送って|送る|送信)) ([0-9a-f]{8}-[0-9a-f-]{27})$/u,
    action: ([, firm = '']) => ({ kind: 'firm_digest', firm }),
  },
]
