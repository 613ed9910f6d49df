import type { Lang } from '../corpus/schema.ts'
import type { Checklist } from './checklist/checklist.ts'
import type { Letters } from './digest/ledger.ts'
import type { Speaker } from './event.ts'
import type { Visitor } from './firms/firm.ts'
import type { LinkTo } from './firms/paper/page.ts'
import type { Codes, FirmRoom, Firms, Knowledge } from './ports.ts'

/**
 * A member at work in their firm: what every feature of the desk gets. `event` is the id of what they did. `firms` and `codes`
 * are for what leads out of the firm: letting somebody in, deleting it, a supporter's other firms. `letters`: its digests.
 */
export type Visit = Visitor &
  Readonly<{
    speaker: Speaker
    room: FirmRoom
    firms: Firms
    codes: Codes
    letters: Letters
    knowledge: Knowledge
    checklist: Checklist
    linkTo: LinkTo
    lang: Lang
    now: Date
    event: string
  }>
