import type { Mailroom } from '../../bot/delivery/mailroom.ts'

/** A mailroom that knows what is still to come of what it accepted: in doubt twice is an end, too. */
export function followed(mailroom: Mailroom): Readonly<{ open: ReadonlyMap<string, number>; mailroom: Mailroom }> {
  const open = new Map<string, number>()
  return {
    open,
    mailroom: {
      ...mailroom,
      async accept(arrival, hold) {
        const isNew = await mailroom.accept(arrival, hold)
        if (isNew) open.set(arrival.event.id, 0)
        return isNew
      },
      async settle(event, posted) {
        await mailroom.settle(event, posted)
        const isFirstDoubt = posted.kind === 'uncertain' && open.get(event.id) === 0
        if (isFirstDoubt) open.set(event.id, 1)
        else if (posted.kind !== 'later') open.delete(event.id)
      },
    },
  }
}
