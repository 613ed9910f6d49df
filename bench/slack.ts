import { SECRET, signedHeaders } from '../tests/adapters/slack/signed.ts'
import { startSlack } from '../tests/adapters/slack/stand-in.ts'
import { acknowledging, PAUSE } from './acknowledging.ts'

export async function slack(): Promise<readonly string[]> {
  const standIn = await startSlack({ pause: PAUSE })
  return acknowledging({
    name: 'Slack',
    settings: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: standIn.apiUrl },
    mention(origin, n, text) {
      const said = { type: 'app_mention', user: `U${n % 200}`, text: `<@UBOT> ${text}`, channel: `C${n % 40}` }
      const event = { ...said, ts: `1700000000.${String(n).padStart(6, '0')}` }
      const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev${n}`, event })
      const headers = { 'Content-Type': 'application/json', ...signedHeaders(body) }
      return fetch(`${origin}/slack/events`, { method: 'POST', headers, body })
    },
    answered: () => standIn.done('chat.postMessage').map(({ args }) => String(args['thread_ts'])),
    stop: () => standIn.stop(),
  })
}
