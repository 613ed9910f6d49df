import type { Member } from '../firms/firm.ts'
import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import type { ChecklistWords } from '../words/checklist/vocabulary.ts'
import { checklistWordsIn } from '../words/checklist/words.ts'
import type { Done, Logged } from './log.ts'
import { stateOf, type ChecklistState, type ItemState } from './state.ts'

/** The firm's checklist as it lies on the desk: what every card is written from. `today` is the day in the firm's time zone. */
export type Sheet = Readonly<{
  visit: Visit
  log: readonly Logged[]
  state: ChecklistState
  members: readonly Member[]
  today: string
  words: ChecklistWords
}>

export async function openSheet(visit: Visit): Promise<Sheet> {
  const { room, checklist, firm } = visit
  const [log, members] = await Promise.all([room.log(), room.members()])
  const state = stateOf({ checklist, profile: firm.profile }, log)
  // The Swedish way to write a date is the ISO one.
  const today = visit.now.toLocaleDateString('sv-SE', { timeZone: firm.timeZone })
  return { visit, log, state, members, today, words: checklistWordsIn(visit.lang) }
}

/** Writes down what was done, all of it or nothing, and opens the sheet as it is then. The same event again adds nothing. */
export async function write(done: readonly Done[], visit: Visit): Promise<Sheet> {
  const { room, event, member, now } = visit
  if (done.length > 0) await room.append({ event, by: member.id, at: now, done })
  return openSheet(visit)
}

/** An item by its id, also one that has no place in the firm. */
export const itemIn = ({ items, apart }: ChecklistState, id: string): ItemState | undefined =>
  [...items, ...apart].find(({ item }) => item.id === id)

/** `shows`: which card this is, so that a platform can put it in the place of the one that was pressed. */
export const replyWith = (blocks: readonly Block[], { lang }: Visit, shows?: string): Reply => ({
  outcome: 'command',
  lang,
  blocks,
  confidence: 1,
  ...(shows !== undefined && { shows }),
})

export const noSuchItem = (item: string, visit: Visit): Reply =>
  replyWith([{ kind: 'notice', text: checklistWordsIn(visit.lang).noSuchItem(item) }], visit)
