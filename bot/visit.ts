import type { Lang } from '../corpus/schema.ts'
import type { Visitor } from './firms/firm.ts'
import type { FirmRoom, Knowledge } from './ports.ts'

/** A member at work in their firm: what every feature of the desk gets. `event` is the id of what they did. */
export type Visit = Visitor & Readonly<{ room: FirmRoom; knowledge: Knowledge; lang: Lang; now: Date; event: string }>
