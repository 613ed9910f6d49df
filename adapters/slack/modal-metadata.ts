import { z } from 'zod'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { readAddress, type SlackAddress } from './address.ts'

/** What a modal carries to its submission (Slack keeps up to 3,000 characters): what sending it does, and where that is answered. */
export type Metadata = Readonly<{
  action: string
  nonce: string
  thread: string
  lang?: Lang | undefined
  address: SlackAddress
}>

const metadataSchema = z.strictObject({
  action: z.string(),
  nonce: z.string(),
  thread: z.string(),
  lang: z.enum(LANGS).optional(),
  address: z.record(z.string(), z.unknown()).transform(readAddress),
})

/** Belongs to one press or sending and not to where the modal came from. */
const PASSING: ReadonlySet<string> = new Set(['trigger', 'view', 'modal'] satisfies (keyof SlackAddress)[])

export const writeMetadata = (metadata: Metadata): string =>
  JSON.stringify(metadata, (key, value: unknown) => (PASSING.has(key) ? undefined : value))

export function readMetadata(text: string): Metadata | undefined {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // Somebody else's modal.
  }
}
