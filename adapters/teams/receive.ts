import type { AddressBook } from '../../bot/delivery/address-book.ts'
import type { Delivery } from '../../bot/delivery/delivery.ts'
import type { Sent } from '../../bot/delivery/sent.ts'
import type { ChatEvent } from '../../bot/event.ts'
import { feedbackOn } from '../../bot/feedback.ts'
import type { Reply } from '../../bot/reply.ts'
import { renderCard } from './card.ts'
import type { Answer } from './http.ts'
import { nonceOf } from './nonce.ts'
import { parse } from './parse.ts'
import type { Invoke, Parsed } from './parsed.ts'
import type { People } from './people.ts'
import { messageKey } from './speaker.ts'
import { wayTo } from './way.ts'
import { teamsWordsIn } from './words.ts'

export type ReceivingNeeds = Readonly<{
  delivery: Delivery
  people: People
  addressBook: AddressBook
  sent: Sent
  /** The bot past the mailroom, for what is answered with nothing. */
  bot: (event: ChatEvent) => Promise<Reply>
  pageAt: (path: string) => string
}>

const TAKEN: Answer = { status: 200 }

/** Answers the call: an invoke with what it asks for. Rejects when nothing could be kept: then Teams hears no 200 and sends it again. */
export async function receive(activity: unknown, needs: ReceivingNeeds): Promise<Answer> {
  const parsed = parse(activity)
  switch (parsed.kind) {
    case 'event':
      if (parsed.invoke !== undefined) return answerPress(parsed, parsed.invoke, needs)
      await needs.delivery.accept({ event: parsed.event, address: parsed.address })
      return TAKEN
    case 'installed':
      await install(parsed, needs)
      return TAKEN
    case 'removed':
      if (parsed.speaker.place === 'private') await needs.addressBook.remove(parsed.speaker.person)
      return TAKEN
    case 'feedback':
      await takeFeedback(parsed, needs)
      return { status: 200, body: {} }
    case 'stale':
      return { status: 200, body: remark(teamsWordsIn(parsed.lang).oldCard) }
    case 'ignored':
      return TAKEN
  }
}

/** A pressed card is answered in the response: with its new state, or by saying where the answer comes. */
async function answerPress({ event, address }: Of<'event'>, { lang }: Invoke, needs: ReceivingNeeds): Promise<Answer> {
  const reply = await needs.delivery.answerNow({ event, address })
  if (reply === undefined) return { status: 200, body: remark(teamsWordsIn(lang).already) }
  if (wayTo(reply, address) === 'update') {
    const value = renderCard(reply, { nonce: nonceOf(event.id), pageAt: needs.pageAt })
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } }
  }
  const words = teamsWordsIn(reply.lang)
  const isShared = event.kind === 'press' && event.action.kind === 'share'
  return { status: 200, body: remark(isShared ? words.shared : words.below) }
}

type Of<K extends Parsed['kind']> = Extract<Parsed, { kind: K }>

const remark = (value: string) => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value })

/** From now on the person can be written to; what is said first says what it is good for. */
async function install({ speaker, address, welcome }: Of<'installed'>, needs: ReceivingNeeds): Promise<void> {
  await needs.people.meet(speaker, address)
  if (welcome !== undefined) await needs.delivery.accept({ event: welcome, address })
}

/** The client thanks by itself. A message that is kept no longer has nothing to count for. */
async function takeFeedback(given: Of<'feedback'>, { sent, bot, people }: ReceivingNeeds): Promise<void> {
  const { id, thread, address, message, helped, reason } = given
  const turn = await sent.find('teams', messageKey(address, message))
  const action = turn && feedbackOn(turn.reply, nonceOf(turn.event.id))?.(helped)
  if (action === undefined) return
  const { about, reply, lang } = action
  const speaker = await people.meet(given.speaker, address)
  const said = helped ? action : ({ kind: 'feedback_reason', about, reply, lang } as const)
  await bot({ id, thread, speaker, kind: 'press', action: said, values: { reason } })
}
