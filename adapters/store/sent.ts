import type { Kysely, NotNull } from 'kysely'
import type { Sent } from '../../bot/delivery/sent.ts'
import type { Tables } from './tables.ts'
import { asKey } from './text.ts'

export const createSent = (db: Kysely<Tables>): Sent => ({
  async find(platform, message) {
    const row = await db
      .selectFrom('delivery')
      .select(['event', 'reply'])
      .where('platform', '=', platform)
      .where('message', '=', asKey(message))
      .orderBy('arrival', 'desc')
      .where('reply', 'is not', null)
      .$narrowType<{ reply: NotNull }>()
      .limit(1)
      .executeTakeFirst()
    return row && { event: row.event, reply: row.reply }
  },
})
