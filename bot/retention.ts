const DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1_000

/** What was said before then is forgotten; what was done to a checklist stays. */
export const forgetBefore = (now: Date): Date => new Date(now.getTime() - DAYS * DAY_MS)
