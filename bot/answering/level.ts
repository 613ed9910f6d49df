/**
 * Whom an answer is worded for. `owner`: what, why and who decides, in brief. `incharge`: whoever looks after it, the
 * default. `newcomer`: easy words, short sentences. It changes the wording and how much is said, never what is cited.
 */
export const LEVELS = ['owner', 'incharge', 'newcomer'] as const
export type Level = (typeof LEVELS)[number]
