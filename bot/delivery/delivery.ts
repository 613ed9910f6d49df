import type { ChatEvent } from '../event.ts'
import type { Reply } from '../reply.ts'
import { MOST_TAKES, setAsideNote, setAsideReply } from '../set-aside.ts'
import { troubleWith } from '../trouble.ts'
import { crowdedReply } from './crowd.ts'
import { createHands, type Hands } from './hands.ts'
import type { Address, Arrival, Hold, Mailroom, Posted, Work } from './mailroom.ts'

/**
 * One platform's way out. `begin` shows that an answer is being worked out and may fail without harm. `post` never rejects
 * for what a platform does; whatever it throws counts as uncertain.
 */
export interface Platform {
  readonly name: string
  begin(work: Work): Promise<void>
  post(reply: Reply, work: Work): Promise<Posted>
}

export type DeliveryNeeds = Readonly<{
  mailroom: Mailroom
  /** A bot; given the address, too, so that a platform can look up who is speaking before it passes the event on. */
  bot: (event: ChatEvent, address: Address) => Promise<Reply>
  platform: Platform
  /** Keeps a surprise for whoever runs Shirube and answers the reference that finds it again. */
  report: (cause: unknown) => string
}>

type Brought = Omit<Arrival, 'platform'>

/**
 * `accept` keeps an arrival, and false says that it was known: acknowledge it all the same. `answerNow` accepts and works it
 * out at once, for platforms that want the answer in theirs; posting is left to `wake`. Undefined for what was known.
 * `wake` has whatever is waiting worked on: call it after accepting and every second or so, for what others left behind.
 * `rest` takes up nothing more and settles when what is in hand is done.
 */
export type Delivery = Readonly<{
  accept(brought: Brought): Promise<boolean>
  answerNow(brought: Brought): Promise<Reply | undefined>
}> &
  Hands

/** Pieces of work one process has in hand at a time. Most of a piece is waiting for the platform; what comes in needs the rest. */
const HANDS = 12

/** Accept, work, post: every accepted event is worked at least once, its effects happen once. */
export function createDelivery(needs: DeliveryNeeds): Delivery {
  const { mailroom, platform } = needs
  const hands = createHands({
    most: HANDS,
    take: (limit) => mailroom.take(platform.name, limit),
    work: (work) => workOn(work, needs),
    report: needs.report,
  })
  return {
    accept: (brought) => mailroom.accept({ ...brought, platform: platform.name }),
    async answerNow(brought) {
      const arrival = { ...brought, platform: platform.name }
      return (await mailroom.accept(arrival, 'held')) ? answer(arrival, needs, 'open') : undefined
    },
    ...hands,
  }
}

/** A database that fails here leaves the work to be taken again when its lease runs out; the reference is in the log. */
async function workOn(work: Work, needs: DeliveryNeeds): Promise<void> {
  const reply = work.reply ?? (await answerOrSetAside(work, needs))
  await needs.mailroom.posting(work.event)
  await needs.mailroom.settle(work.event, await post(reply, work, needs))
}

function answerOrSetAside(work: Work, needs: DeliveryNeeds): Promise<Reply> {
  const { event, takes, crowded } = work
  if (takes > MOST_TAKES) return keep(event, setAsideReply(event, needs.report(new Error(setAsideNote(event)))), needs)
  return crowded ? keep(event, crowdedReply(event), needs) : answerWithStatus(work, needs)
}

const keep = async (event: ChatEvent, reply: Reply, { mailroom }: DeliveryNeeds): Promise<Reply> =>
  (await mailroom.answered(event, reply)) ?? reply

/** The status is shown while the answer is worked out, which does not wait for it. */
async function answerWithStatus(work: Work, needs: DeliveryNeeds): Promise<Reply> {
  const [reply] = await Promise.all([answer(work, needs, 'held'), needs.platform.begin(work).catch(needs.report)])
  return reply
}

/** `then`: whose the posting is. What was answered by deleting all that is kept, itself too, is kept again until it has gone out. */
async function answer(arrival: Arrival, { mailroom, bot, report }: DeliveryNeeds, then: Hold): Promise<Reply> {
  const { event, address } = arrival
  const reply = await bot(event, address).catch((cause: unknown) => failed(event, report(cause)))
  const kept = await mailroom.answered(event, reply, then)
  if (kept !== undefined) return kept
  await mailroom.accept(arrival, 'held')
  return (await mailroom.answered(event, reply, then)) ?? reply
}

const failed = (event: ChatEvent, reference: string): Reply =>
  troubleWith(event, { reference, say: (words) => ({ kind: 'text', text: words.failed(reference) }) })

async function post(reply: Reply, work: Work, { platform, report }: DeliveryNeeds): Promise<Posted> {
  try {
    return await platform.post(reply, work)
  } catch (cause) {
    return { kind: 'uncertain', reason: report(cause) }
  }
}
