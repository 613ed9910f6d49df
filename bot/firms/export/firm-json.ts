import { z } from 'zod'
import { doneSchema } from '../../checklist/log.ts'
import { LEVELS } from '../../event.ts'
import { LANGS } from '../../../corpus/schema.ts'
import type { WholeFirm } from '../../ports.ts'
import { ROLES } from '../firm.ts'
import { CONTACT_ROLES, SIZES, STEPS } from '../profile.ts'

const contact = z.strictObject({ name: z.string(), reach: z.string().exactOptional() })
const applies = z.boolean().exactOptional()

const profileSchema = z.strictObject({
  customer_asks: applies,
  internet_line: applies,
  wifi_or_factory: applies,
  factory_machines: applies,
  cloud_or_portal: applies,
  outsourcing: applies,
  contacts: z.partialRecord(z.enum(CONTACT_ROLES), contact).exactOptional(),
  requests: z
    .array(z.strictObject({ who: z.string(), what: z.string(), by: z.string().exactOptional() }))
    .readonly()
    .exactOptional(),
  size: z.enum(SIZES).exactOptional(),
})

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)

const digestSchema = z.strictObject({
  on: z.boolean(),
  day: z.number().int().min(1).max(7),
  time: wallTime,
  quiet: z.strictObject({ from: wallTime, to: wallTime }).exactOptional(),
  snoozes: z
    .array(z.strictObject({ from: z.iso.date(), to: z.iso.date() }))
    .readonly()
    .exactOptional(),
  quietWeek: z.enum(['silent', 'line']).exactOptional(),
  monthly: z.boolean().exactOptional(),
})

const settingsSchema = z.strictObject({
  digest: digestSchema.exactOptional(),
  keepsQuestions: z.boolean().exactOptional(),
  onboarding: z.enum(STEPS).exactOptional(),
  sample: z.enum(['shown', 'cleared']).exactOptional(),
})

const firmSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  lang: z.enum(LANGS),
  timeZone: z.string(),
  profile: profileSchema,
  settings: settingsSchema,
})

const memberSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
  lang: z.enum(LANGS).exactOptional(),
  reads: z.enum(LEVELS).exactOptional(),
  digest: z.literal('off').exactOptional(),
  reminders: z.literal('on').exactOptional(),
  left: z.boolean(),
  is: z.string().exactOptional(),
})

const loggedSchema = z.strictObject({
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  event: z.string(),
  done: doneSchema,
})

const fileSchema = z.strictObject({
  format: z.literal('shirube-firm'),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  firm: firmSchema,
  members: z.array(memberSchema).readonly(),
  log: z.array(loggedSchema).readonly(),
})

/** Everything a firm has of its own, for another Shirube. */
export const writeFirmJson = ({ firm, members, log }: WholeFirm, now: Date): string =>
  `${JSON.stringify({ format: 'shirube-firm', version: 1, exportedAt: now.toISOString(), firm, members, log }, null, 2)}\n`

/** Reads it again. Throws, naming every place that is not as it was written, for whoever handed in the file. */
export function readFirmJson(text: string): WholeFirm {
  const read = fileSchema.safeParse(parse(text))
  if (!read.success)
    throw new Error(`This is no export of a firm that can be read here:\n${z.prettifyError(read.error)}`)
  const { firm, members, log } = read.data
  if (log.some(({ seq }, n) => seq !== n + 1))
    throw new Error('The entries of the log are not numbered from 1 without a gap')
  return { firm, members, log }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error('This file is not JSON; use the file that the JSON export made', { cause })
  }
}
