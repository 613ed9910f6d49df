import { z } from 'zod'

/** The settings of Slack, off by default; config.ts merges the shape into its own. */
export const slackShape = {
  /** `xoxb-…` of the one workspace the app is installed in. Slack is on when it is set. */
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  /** `xapp-…`: Socket Mode, for which nothing need be reachable from outside. Without it Slack calls `/slack/events`. */
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  /** Proves that an HTTP request is Slack's. */
  SLACK_SIGNING_SECRET: z.string().min(16).optional(),
  /** Another host in place of https://slack.com/api/, for tests. */
  SLACK_API_URL: z.url().optional(),
}

/** Settings whose values are shown nowhere. */
export const HIDDEN_SLACK_SETTINGS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const

/** `socket`: the app calls Slack, nothing need be reachable. `http`: Slack calls `/slack/events` on the one HTTP server. */
export type SlackSettings = Readonly<
  { botToken: string; apiUrl: string | undefined } & (
    { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
  )
>

/** What is still missing, so that it can be said together with all bad values. */
export function missingSlackSettings(
  set: Readonly<Record<string, string | undefined>>,
): readonly Readonly<{ setting: string; message: string }>[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = set
  if (SLACK_BOT_TOKEN === undefined || SLACK_APP_TOKEN !== undefined || SLACK_SIGNING_SECRET !== undefined) return []
  const message = 'is needed with SLACK_BOT_TOKEN, unless SLACK_APP_TOKEN is set (Socket Mode)'
  return [{ setting: 'SLACK_SIGNING_SECRET', message }]
}

/** Of settings that lack nothing; undefined is off. */
export function slackSettingsOf(set: z.infer<z.ZodObject<typeof slackShape>>): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '' } = set
  if (botToken === undefined) return undefined
  const common = { botToken, apiUrl: set.SLACK_API_URL }
  return appToken === undefined ? { ...common, mode: 'http', signingSecret } : { ...common, mode: 'socket', appToken }
}
