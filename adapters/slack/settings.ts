import { z } from 'zod'

/** The settings of Slack, off by default; config.ts merges the shape into its own. */
export const slackShape = {
  /** `xoxb-…` of the one workspace the app is installed in. Slack is on when it or SLACK_CLIENT_ID is set. */
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  /** Any number of workspaces: each installs the app at `/slack/install`. */
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().min(16).optional(),
  /** Signs the state that a browser carries to Slack and back while it installs the app. */
  SLACK_STATE_SECRET: z.string().min(32, 'must have 32 characters or more: openssl rand -base64 32').optional(),
  /** Seals the tokens of the workspaces in the store. */
  ENCRYPTION_KEY: z
    .string()
    .refine(isKey, 'is not 32 bytes in base64 or hex; make one with: openssl rand -base64 32')
    .optional(),
  /** `xapp-…`: Socket Mode, for which nothing need be reachable from outside. Without it Slack calls `/slack/events`. */
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  /** Proves that an HTTP request is Slack's. */
  SLACK_SIGNING_SECRET: z.string().min(16).optional(),
  /** Another host in place of https://slack.com/api/, for tests. */
  SLACK_API_URL: z.url().optional(),
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/iu.test(text) || Buffer.from(text, 'base64').length === 32
}

/** Settings whose values are shown nowhere. */
export const HIDDEN_SLACK_SETTINGS = [
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'ENCRYPTION_KEY',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
] as const

/** `one`: the workspace whose token it is. `many`: each workspace's own, by OAuth, sealed in the store. */
export type Tokens =
  | Readonly<{ kind: 'one'; botToken: string }>
  | Readonly<{ kind: 'many'; clientId: string; clientSecret: string; stateSecret: string; encryptionKey: string }>

/** `socket`: the app calls Slack, nothing need be reachable. `http`: Slack calls `/slack/events` on the one HTTP server. */
type Receiving = Readonly<{ mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }>

export type SlackSettings = Readonly<{ tokens: Tokens; apiUrl: string | undefined }> & Receiving

type Missing = Readonly<{ setting: string; message: string }>
type Given = Readonly<Record<string, string | undefined>>

/** What is still missing, so that it can be said together with all bad values. */
export function missingSlackSettings(set: Given): readonly Missing[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_CLIENT_ID: client } = set
  if (bot === undefined && client === undefined) return []
  const missing = client === undefined ? [] : missingForMany(set)
  if (set['SLACK_APP_TOKEN'] !== undefined || set['SLACK_SIGNING_SECRET'] !== undefined) return missing
  const message = 'is needed for Slack, unless SLACK_APP_TOKEN is set (Socket Mode)'
  return [...missing, { setting: 'SLACK_SIGNING_SECRET', message }]
}

function missingForMany(set: Given): readonly Missing[] {
  const needed = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY', 'PUBLIC_URL']
  const missing = needed.filter((setting) => set[setting] === undefined)
  const both = 'is for one workspace and SLACK_CLIENT_ID for many; set one of the two'
  return [
    ...missing.map((setting) => ({ setting, message: 'is needed with SLACK_CLIENT_ID' })),
    ...(set['SLACK_BOT_TOKEN'] === undefined ? [] : [{ setting: 'SLACK_BOT_TOKEN', message: both }]),
  ]
}

type Read = z.infer<z.ZodObject<typeof slackShape>>

/** Of settings that lack nothing; undefined is off. */
export function slackSettingsOf(set: Read): SlackSettings | undefined {
  const tokens = tokensOf(set)
  if (tokens === undefined) return undefined
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '' } = set
  const common = { tokens, apiUrl: set.SLACK_API_URL }
  return appToken === undefined ? { ...common, mode: 'http', signingSecret } : { ...common, mode: 'socket', appToken }
}

function tokensOf(set: Read): Tokens | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId } = set
  if (botToken !== undefined) return { kind: 'one', botToken }
  if (clientId === undefined) return undefined
  const { SLACK_CLIENT_SECRET: clientSecret = '', SLACK_STATE_SECRET: stateSecret = '' } = set
  return { kind: 'many', clientId, clientSecret, stateSecret, encryptionKey: set.ENCRYPTION_KEY ?? '' }
}
