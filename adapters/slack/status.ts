import type { Work } from '../../bot/delivery/mailroom.ts'
import type { Lang } from '../../corpus/schema.ts'
import { readAddress } from './address.ts'
import type { Clients } from './clients.ts'
import { slackWordsIn } from './words.ts'

/** "Looking it up…" in the thread of a question, within a second; Slack takes it away with the answer. */
export async function showStatus(work: Work, clientFor: Clients, defaultLang: Lang): Promise<void> {
  const { team, place, channel, thread } = readAddress(work.address)
  if (work.event.kind !== 'message' || channel === undefined || thread === undefined || place === 'command') return
  const client = await clientFor(team)
  const status = slackWordsIn(work.event.lang ?? defaultLang).working
  await client?.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status })
}
