import type { Firm } from '../firms/firm.ts'
import type { DigestInput, PreviousDigest, Unanswered } from './digest.ts'
import { scheduleOf } from './firm-schedule.ts'
import type { Letters } from './ledger.ts'

/** What a week is compared with, and what was asked in it. */
export type SinceLast = Pick<DigestInput, 'previous' | 'unanswered'>

type Asking = Readonly<{ firm: Firm; corpus: string; at: Date }>

/**
 * As the letter of that moment has it: since the digest that the firm got before, or the first one of all. Where none ever comes,
 * the firm being made up or its digest off, a look at it compares with the week before.
 */
export async function sinceLast({ firm, corpus, at }: Asking, letters: Letters): Promise<SinceLast> {
  const comes = firm.settings.sample !== 'shown' && scheduleOf(firm) !== undefined
  const previous = comes ? await letters.archive.latest(firm.id, 'week', at) : { at: weekBefore(at), corpus }
  return { previous, unanswered: await askedSince(firm.id, { previous, at }, letters.asked) }
}

type Span = Readonly<{ previous: Pick<PreviousDigest, 'at'> | undefined; at: Date }>

/** Since the digest before; a week where there was none. */
export const askedSince = (firm: string, { previous, at }: Span, asked: Letters['asked']): Promise<Unanswered> =>
  asked(firm, { from: previous?.at ?? weekBefore(at), to: at })

const WEEK_MS = 7 * 86_400_000

const weekBefore = (at: Date): Date => new Date(at.getTime() - WEEK_MS)
