import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Address } from '../../bot/delivery/mailroom.ts'
import type { Delivery } from '../../bot/delivery/delivery.ts'
import type { Reply } from '../../bot/reply.ts'
import { renderModal } from './modal.ts'
import { nonceOf } from './nonce.ts'
import { parse } from './parse.ts'
import type { Parsed } from './parsed.ts'
import { formIn } from './way.ts'

type Arrived = Extract<Parsed, { kind: 'event' }>

export type ReceivingNeeds = Readonly<{
  delivery: Delivery
  /** The app was taken out of a workspace: its tokens and all that waits for it go. */
  removed: (team: string) => Promise<void>
  /** Somebody opened the Messages tab: show first questions there. */
  prompts: (opened: Extract<Parsed, { kind: 'prompts' }>) => Promise<void>
  pageAt: (path: string) => string
  report: (cause: unknown) => string
}>

/**
 * A Bolt receiver that keeps what came in before it acknowledges. Bolt itself acknowledges events before any listener or
 * middleware runs, so it can't be done later. Bolt's app sees nothing of the events: it holds settings and clients.
 */
export function recording<R extends Receiver>(receiver: R, needs: ReceivingNeeds): R {
  const init = receiver.init.bind(receiver)
  receiver.init = (app: App) => {
    init(
      new Proxy(app, { get: (target, key): unknown => (key === 'processEvent' ? process : Reflect.get(target, key)) }),
    )
  }
  const process = (event: ReceiverEvent) => receive(event, needs)
  return receiver
}

/** Rejects when nothing could be kept: then Slack hears no acknowledgement and sends it again. */
async function receive({ body, ack }: ReceiverEvent, needs: ReceivingNeeds): Promise<void> {
  const parsed = parse(body)
  switch (parsed.kind) {
    case 'event':
      return parsed.address.modal === true ? submitted(parsed, ack, needs) : arrived(parsed, ack, needs)
    case 'removed':
      await needs.removed(parsed.team)
      return ack()
    case 'prompts':
      await ack()
      return void needs.prompts(parsed).catch(needs.report)
    case 'ignored':
      return ack()
  }
}

async function arrived({ event, address }: Arrived, ack: ReceiverEvent['ack'], needs: ReceivingNeeds): Promise<void> {
  await needs.delivery.accept({ event, address: address satisfies Address })
  await ack()
  needs.delivery.wake()
}

/** A modal stays open, with what was filled in, while something is wrong with it or went wrong; so it is answered before it is acknowledged. */
async function submitted({ event, address }: Arrived, ack: ReceiverEvent['ack'], needs: ReceivingNeeds): Promise<void> {
  const reply = await needs.delivery.answerNow({ event, address })
  if (reply?.outcome === 'error' && address.input !== undefined)
    await ack({ response_action: 'errors', errors: { [address.input]: plainTextOf(reply) } })
  else if (reply === undefined || formIn(reply) === undefined) await ack()
  else {
    const rendering = { nonce: nonceOf(event.id), thread: event.thread, address, pageAt: needs.pageAt }
    const view = renderModal(reply, rendering)
    await ack({ response_action: 'update', view })
  }
  needs.delivery.wake()
}

const plainTextOf = ({ blocks }: Reply): string =>
  blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'notice' ? [block.text] : [])).join('\n')
