import type { Block, Reply } from '../../bot/reply.ts'
import { feedbackWordsIn } from '../../bot/words/feedback.ts'
import { readAddress, unpressed, type TeamsAddress } from './address.ts'
import { nonceOf } from './nonce.ts'
import { isGone } from './outcome.ts'
import { knownAt } from './people.ts'
import { renderMessage } from './render.ts'
import type { Sending } from './sending.ts'
import { messageKey } from './speaker.ts'
import { isShareable } from './way.ts'
import { teamsWordsIn } from './words.ts'

/**
 * What is for one person and was asked where others read: Teams has nothing that only one of them sees, so it goes to the
 * person's private chat, and a line in the conversation says so. Whoever can't be written to is told how to ask.
 */
export async function sendAside(sending: Sending): Promise<string> {
  const { connector, work, pageAt, reply, address } = sending
  const chat = await chatOf(sending)
  if (chat === undefined) return askToWrite(sending)
  const message = renderMessage(withShare(sending), { nonce: nonceOf(work.event.id), pageAt })
  try {
    const id = await connector.send(chat, message)
    // The answer is out; a line that is missing is no reason to send it again.
    await connector.send(address, line(teamsWordsIn(reply.lang).sentToYou)).catch(sending.report)
    return messageKey(chat, id)
  } catch (error) {
    if (!isGone(error)) throw error
    await sending.addressBook.broken(work.event.speaker?.person ?? '', 'the private chat is closed to the bot')
    return askToWrite(sending)
  }
}

/** The private chat that is known, or a new one; undefined where the bot may not open one. */
async function chatOf({ addressBook, connector, work, address }: Sending): Promise<TeamsAddress | undefined> {
  const { speaker } = work.event
  if (speaker === undefined) return undefined
  const known = await addressBook.find(speaker.person)
  const [there] = known.flatMap((one) => (one.platform === 'teams' ? [readAddress(one.address)] : []))
  if (there !== undefined) return there
  try {
    const chat = { ...unpressed(address), kind: 'personal', conversation: await connector.open(address) } as const
    await addressBook.remember(knownAt(speaker, chat))
    return chat
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

async function askToWrite({ connector, address, reply }: Sending): Promise<string> {
  const words = teamsWordsIn(reply.lang)
  const chat = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address.bot)}`
  return messageKey(address, await connector.send(address, line(`${words.writeToMe}\n\n[${words.openChat}](${chat})`)))
}

const line = (text: string) => ({ type: 'message', textFormat: 'markdown', text })

/** The way back into the conversation. */
function withShare({ reply, work }: Sending): Reply {
  if (!isShareable(reply)) return reply
  const { id, thread } = work.event
  const { lang } = reply
  const action = { kind: 'share', thread, event: id, lang } as const
  const share: Block = {
    kind: 'buttons',
    prompt: '',
    buttons: [{ label: feedbackWordsIn(lang).share, action, tone: 'plain' }],
  }
  return { ...reply, blocks: [...reply.blocks, share] }
}
