import { randomUUID } from 'node:crypto'
import type { Done } from '../../bot/checklist/log.ts'
import type { Writing } from '../../bot/ports.ts'

/** Of an item, as it read once. */
export const about = (item: string) => ({ item, revision: '1-0123abcd' })

export const answered = (item: string): Done => ({
  kind: 'answered',
  ...about(item),
  answer: { status: 'done' },
})

/** Something new that somebody did. */
export const doing = (...done: readonly Done[]): Writing => ({
  event: `test:${randomUUID()}`,
  by: 'm1',
  at: new Date('2026-01-02T03:04:05.678Z'),
  done,
})
