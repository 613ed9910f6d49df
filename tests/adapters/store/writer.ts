import type { Speaker } from '../../../bot/event.ts'

/** In whose name the processes write that are killed. */
export const WRITER: Speaker = {
  workspace: 'test:writer',
  person: 'test:writer:1',
  name: '花子',
  standing: 'member',
  place: 'private',
}
