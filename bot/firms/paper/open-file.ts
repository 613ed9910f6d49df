import type { Checklist } from '../../checklist/checklist.ts'
import { stateOf, type ChecklistState } from '../../checklist/state.ts'
import type { Contact, Lang } from '../../../corpus/schema.ts'
import type { Letters } from '../../digest/ledger.ts'
import { sinceLast, type SinceLast } from '../../digest/since-last.ts'
import type { Firms, WholeFirm } from '../../ports.ts'

/** A firm's whole file on the table, from which pages and exports are composed. `today`: the day in the firm's time zone. */
export type FirmFile = WholeFirm &
  Readonly<{
    checklist: Checklist
    corpus: string
    state: ChecklistState
    since: SinceLast
    contacts: readonly Contact[]
    lang: Lang
    now: Date
    today: string
  }>

export type FileNeeds = Readonly<{
  firms: Firms
  letters: Letters
  checklist: Checklist
  /** `Knowledge.version`. */
  corpus: string
  contacts: readonly Contact[]
  lang: Lang
  now: Date
}>

/** Undefined for a firm that isn't there. */
export async function openFile(id: string, needs: FileNeeds): Promise<FirmFile | undefined> {
  const { firms, letters, checklist, corpus, contacts, lang, now } = needs
  const firm = await firms.find(id)
  if (firm === undefined) return undefined
  const room = firms.room(id)
  const [members, log, since] = await Promise.all([
    room.members(),
    room.log(),
    sinceLast({ firm, corpus, at: now }, letters),
  ])
  // The Swedish way to write a date is the ISO one.
  const today = now.toLocaleDateString('sv-SE', { timeZone: firm.timeZone })
  const state = stateOf({ checklist, profile: firm.profile }, log)
  return { firm, members, log, since, checklist, corpus, state, contacts, lang, now, today }
}
