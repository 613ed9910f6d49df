import type { AddressBook, Known } from '../delivery/address-book.ts'
import type { Messenger } from '../delivery/messenger.ts'
import type { Clock } from '../ports.ts'
import type { Reply } from '../reply.ts'
import type { Sending, Settled, Stub, Taken, Way } from './ledger.ts'
import type { WriteLetter, Written } from './write-letter.ts'

export type SenderNeeds = Readonly<{
  sending: Sending
  write: WriteLetter
  messengers: readonly Messenger[]
  addressBook: Pick<AddressBook, 'broken'>
  clock: Clock
  /** Keeps a surprise for whoever runs Shirube and answers the reference that finds it again. */
  report: (cause: unknown) => string
  count: (how: Settled['kind']) => void
}>

/** Answers how the attempt ended; undefined where the letter was not to be had. Call it for one letter as often as you like. */
export type Sender = (id: string) => Promise<Settled | undefined>

/**
 * A stub first, then the letter in its place: a process that dies in between leaves an empty stub, which the next attempt fills. Only
 * where it dies while the stub is being posted can nobody know whether there is one, and then a person decides. A stub from
 * before a resend that can't be filled any more gets a successor.
 */
export function createSender(needs: SenderNeeds): Sender {
  return async (id) => {
    const taken = await needs.sending.take(id, needs.clock())
    if (taken === undefined) return undefined
    const settled = await deliver(taken, needs)
    if (settled === undefined) return undefined
    await needs.sending.settle(taken, settled, needs.clock())
    needs.count(settled.kind)
    return settled
  }
}

/** Undefined when the letter is somebody else's by now. */
async function deliver(taken: Taken, needs: SenderNeeds): Promise<Settled | undefined> {
  let written: Written
  try {
    written = await needs.write(taken)
  } catch (cause) {
    return { kind: 'later', seconds: 60, reason: `could not be written; reference ${needs.report(cause)}` }
  }
  if (written.kind === 'skipped') return skip(taken, written, needs)
  const { stub, reply, hash, corpus } = written
  const filling = { reply, needs, filled: { kind: 'sent', hash, corpus } } as const
  const before = taken.stub && (await fill(taken, taken.stub, filling))
  if (before !== undefined && !(before.kind === 'failed' && taken.tries === 1)) return before
  const posted = await post(taken, stub, needs)
  return posted === undefined || 'kind' in posted ? posted : fill(taken, posted, filling)
}

type Skipped = Extract<Written, { kind: 'skipped' }>

/** Whoever has left since its stub was posted is told nothing of the firm. */
function skip(taken: Taken, { because, withdrawn }: Skipped, needs: SenderNeeds): Promise<Settled> | Settled {
  const settled = { kind: 'skipped', because } as const
  return taken.stub === undefined ? settled : fill(taken, taken.stub, { reply: withdrawn, needs, filled: settled })
}

type Filling = Readonly<{ reply: Reply; needs: SenderNeeds; filled: Settled }>

/** Filling once more changes nothing, so a doubt is no more than a reason to do so. */
async function fill(taken: Taken, stub: Stub, { reply, needs, filled }: Filling): Promise<Settled> {
  const messenger = needs.messengers.find(({ name }) => name === stub.platform)
  if (messenger === undefined) return { kind: 'failed', reason: `${stub.platform} is not set up any more` }
  try {
    const posted = await messenger.fill({ address: stub.address, letter: taken.id }, stub.message, reply)
    if (posted.kind === 'uncertain') return { kind: 'later', seconds: 2, reason: posted.reason }
    return posted.kind === 'sent' ? filled : posted
  } catch (cause) {
    return { kind: 'later', seconds: 2, reason: `reference ${needs.report(cause)}` }
  }
}

/** To the first way that takes it, the latest first. Undefined when the letter is somebody else's by now. */
async function post(taken: Taken, reply: Reply, needs: SenderNeeds): Promise<Stub | Settled | undefined> {
  const refusals = taken.ways.flatMap(({ broken }) => broken ?? [])
  for (const way of taken.ways) {
    const messenger = needs.messengers.find(({ name }) => name === way.platform)
    if (messenger === undefined || way.broken !== undefined) continue
    if (!(await needs.sending.posting(taken, wayOnly(way)))) return undefined
    const posted = await say(messenger, { way, reply, taken, needs })
    if (posted.kind === 'sent') {
      const { platform, address } = way
      const { message } = posted
      return (await needs.sending.posted(taken, message)) ? { platform, address, message } : undefined
    }
    if (posted.kind !== 'failed') return posted
    refusals.push(posted.reason)
    await needs.addressBook.broken(way.person, posted.reason)
  }
  return refusals.length === 0
    ? { kind: 'skipped', because: 'no_chat' }
    : { kind: 'failed', reason: `no way to the recipient is left: ${refusals.join('; ')}` }
}

const wayOnly = ({ person, platform, workspace, address }: Way): Known => ({ person, platform, workspace, address })

type Saying = Readonly<{ way: Way; reply: Reply; taken: Taken; needs: SenderNeeds }>

async function say(messenger: Messenger, { way, reply, taken, needs }: Saying) {
  try {
    return await messenger.say({ address: way.address, letter: taken.id }, reply)
  } catch (cause) {
    return { kind: 'uncertain', reason: `reference ${needs.report(cause)}` } as const
  }
}
