import type { ChatEvent } from '../event.ts'
import type { Reply } from '../reply.ts'
import { troubleWith } from '../trouble.ts'

/** Questions of one person, and of one workspace, that may wait for an answer at a time. A press is never turned away. */
export const MOST_WAITING = { person: 10, workspace: 500 } as const

/** Seconds within which somebody who was asked to wait is not asked again. */
export const ASKED_LATELY = 60

/** Pieces of one person's that are in hand at a time, over all processes; the other hands are for others. */
export const MOST_IN_HAND = 3

/** Asks whoever sent more than they may to wait. */
export const crowdedReply = (event: ChatEvent): Reply =>
  troubleWith(event, { reference: event.id, say: ({ crowded }) => ({ kind: 'notice', text: crowded }) })
