import type { Command } from '../command.ts'

export const OPERATOR_COMMANDS: readonly Command[] = [
  {
    words:
      /^(?:(?:show |the )?(?:letters? waiting|waiting letters|dead letters|undelivered(?: (?:letters|digests|messages))?)|(?:届(?:いていない|かなかった|かない)|未達の?)(?:手紙|お知らせ|週のまとめ|ダイジェスト)(?:の?一覧)?)$/u,
    action: () => ({ kind: 'letters_waiting' }),
  },
]
