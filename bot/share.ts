import type { AsideAction } from './aside-actions.ts'
import type { ChatEvent } from './event.ts'
import type { Inbox } from './ports.ts'
import type { Block, Reply } from './reply.ts'
import { feedbackWordsIn } from './words/feedback.ts'

type ShareAction = Extract<AsideAction, { kind: 'share' }>
type Sharing = Readonly<{ event: ChatEvent; action: ShareAction }>

/** Only what the speaker themself was told; without what can be pressed or opened, which is theirs alone. */
export async function share({ event, action }: Sharing, recall: Inbox['thread']): Promise<Reply> {
  const words = feedbackWordsIn(action.lang)
  const turn = (await recall(action.thread)).find((one) => one.event.id === action.event)
  const { speaker } = event
  if (turn === undefined || speaker === undefined || turn.event.speaker?.person !== speaker.person) {
    const blocks = [{ kind: 'notice' as const, text: words.cannotShare }]
    return { outcome: 'command', lang: action.lang, blocks, confidence: 1, audience: 'speaker' }
  }
  const { outcome, lang, blocks, confidence } = turn.reply
  const heading: Block = { kind: 'notice', text: words.sharedBy(speaker.name) }
  return { outcome, lang, blocks: [heading, ...blocks.filter(({ kind }) => !PERSONAL.has(kind))], confidence }
}

const PERSONAL: ReadonlySet<Block['kind']> = new Set(['buttons', 'form', 'link', 'choices', 'suggestions'])
