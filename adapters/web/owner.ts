import type { Speaker } from '../../bot/event.ts'

/** Whoever holds the key of this computer's page: one person of one firm. */
export const OWNER: Speaker = {
  workspace: 'web:local',
  person: 'web:local:owner',
  name: 'オーナー Owner',
  standing: 'owner',
  place: 'private',
}
