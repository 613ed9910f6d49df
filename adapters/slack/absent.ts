import { WebAPIPlatformError } from '@slack/web-api'
import { sections } from './blocks.ts'
import type { SlackAddress } from './address.ts'
import { respond } from './respond.ts'
import { slackWordsIn } from './words.ts'
import type { Lang } from '../../corpus/schema.ts'

/** Slack's errors where the app is not in the channel it should post in. */
const ABSENT = new Set(['not_in_channel', 'channel_not_found'])

export const isAbsent = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && ABSENT.has(error.data.error)

/** Tells whoever asked, where Slack left a way to them, to invite the app. */
export function askForInvitation(address: SlackAddress, lang: Lang): Promise<string> {
  const text = slackWordsIn(lang).inviteMe
  return respond({ address, message: { text, blocks: sections(text) }, replaces: false })
}
