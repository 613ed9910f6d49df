import { createHash } from 'node:crypto'

/** The same for every posting of one reply, another for every other; short, since it stands in every button. */
export const nonceOf = (eventId: string): string =>
  createHash('sha256').update(eventId).digest('base64url').slice(0, 16)
