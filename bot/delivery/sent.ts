import type { Turn } from '../ports.ts'

/**
 * What was posted. `find` answers the turn whose reply a platform has under that message id (as in `Posted`), so that what
 * people do to a message can be told apart; undefined for what isn't kept, or not any more.
 */
export interface Sent {
  find(platform: string, message: string): Promise<Turn | undefined>
}
