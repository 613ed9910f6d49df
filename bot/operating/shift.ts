import type { Lang } from '../../corpus/schema.ts'
import type { Letters } from '../digest/ledger.ts'
import type { Firms } from '../ports.ts'

/** An operator at work: of no firm, and with a look into none. */
export type Shift = Readonly<{ firms: Firms; letters: Letters; lang: Lang; now: Date }>
