import { z } from 'zod'

/** An id of the corpus: an item, a criterion. */
export const idSchema = z.string().min(1).max(40)

export const LONGEST_REASON = 300

/**
 * What somebody answered to an item. `met`: which of the criteria below it are there already. `not_applicable` always says why.
 */
export const answerSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('done') }),
  z.strictObject({ status: z.literal('partly'), met: z.array(idSchema).readonly() }),
  z.strictObject({ status: z.literal('not_yet') }),
  z.strictObject({ status: z.literal('dont_know') }),
  z.strictObject({ status: z.literal('not_applicable'), reason: z.string().min(1).max(LONGEST_REASON) }),
])
export type Answer = Readonly<z.infer<typeof answerSchema>>
export type Status = Answer['status']

/** In the order in which they are offered. */
export const STATUSES = [
  'done',
  'partly',
  'not_yet',
  'dont_know',
  'not_applicable',
] as const satisfies readonly Status[]
