import { z } from 'zod'
import { readAddress, type SlackAddress } from './address.ts'

/** What a modal carries to its submission (Slack keeps up to 3,000 characters): what sending it does, and where that is answered. */
export type Metadata = Readonly<{ action: string; nonce: string; thread: string; address: SlackAddress }>

const metadataSchema = z.strictObject({
  action: z.string(),
  nonce: z.string(),
  thread: z.string(),
  address: z.record(z.string(), z.unknown()).transform(readAddress),
})

/** A trigger is spent on opening the modal and does not come along. */
export const writeMetadata = (metadata: Metadata): string =>
  JSON.stringify(metadata, (key, value: unknown) => (key === 'trigger' ? undefined : value))

export function readMetadata(text: string): Metadata | undefined {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // Somebody else's modal.
  }
}
