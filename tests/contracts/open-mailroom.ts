import type { Arrival, Mailroom } from '../../bot/delivery/mailroom.ts'
import type { ChatEvent } from '../../bot/event.ts'
import { saying } from './turns.ts'

/** One mailroom and the processes that have it open. */
export type OpenMailroom = Readonly<{
  mailrooms(): readonly [Mailroom, ...Mailroom[]]
  /** As if every lease and every wait so far had run out. */
  later(): Promise<void>
  /** As if so many seconds had passed. */
  secondsLater(seconds: number): Promise<void>
  close(): Promise<void>
}>

/** In a store, by hand. */
export const secondsLater = (seconds: number): string =>
  `update delivery set due_at = due_at - interval '${seconds} seconds', received_at = received_at - interval '${seconds} seconds'`

export const arrivalOf = (event: ChatEvent, platform: string): Arrival => ({
  platform,
  event,
  address: { to: '日本語' },
})

export async function goesOut(mailroom: Mailroom, event: ChatEvent): Promise<void> {
  await mailroom.answered(event, saying('done'))
  await mailroom.posting(event)
  await mailroom.settle(event, { kind: 'sent', message: 'm1' })
}
