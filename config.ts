import { z } from 'zod'
import {
  HIDDEN_MODEL_SETTINGS,
  missingModelSettings,
  modelConfigOf,
  modelShape,
  type ModelConfig,
} from './adapters/model/settings.ts'
import {
  HIDDEN_SLACK_SETTINGS,
  missingSlackSettings,
  slackSettingsOf,
  slackShape,
  type SlackSettings,
} from './adapters/slack/settings.ts'
import {
  HIDDEN_TEAMS_SETTINGS,
  missingTeamsSettings,
  teamsSettingsOf,
  teamsShape,
  type TeamsSettings,
} from './adapters/teams/settings.ts'
import { LANGS } from './corpus/schema.ts'

/**
 * A person as a platform names them, with their workspace: `slack:TEAM:MEMBER`, `teams:TENANT:OBJECT-ID`, or whoever holds the key
 * of this computer's web chat.
 */
export const personSchema = z
  .string()
  .trim()
  .regex(
    /^(?:slack:[TE][A-Z0-9]{2,}:[UW][A-Z0-9]{2,}|teams:[0-9a-f-]{36}:[0-9a-f-]{36}|web:local:owner)$/u,
    'is nobody’s id; write slack:TEAM:MEMBER (slack:T0123ABCD:U0456EFGH), teams:TENANT:OBJECT-ID (two UUIDs in small letters) or web:local:owner',
  )

const schema = z.object({
  /** Where the store, the index and the web token are kept. */
  DATA_DIR: z.string().min(1).default('.shirube'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  /** Address to listen on. Anything but this machine's own (0.0.0.0 in a container) is for a proxy in front. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people reach the server at; with it the local web chat, which knows no sign-in, is off. */
  PUBLIC_URL: z.url().optional(),
  /** Seals the links to a firm's pages. Without it they work until the next start, and in the process that made them. */
  LINK_KEY: z.string().min(32).optional(),
  /** What shows that whoever asks for the metrics may see them; 16 characters or more. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Language of replies to messages that show none. */
  DEFAULT_LANG: z.enum(LANGS).default('ja'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//u, 'must begin with postgres:// or postgresql://')
    .optional(),
  /** Who runs the deployment, besides those whom `operator add` made so. */
  OPERATORS: z.string().transform(readOperators).default([]),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ...modelShape,
  ...slackShape,
  ...teamsShape,
})

/** Who may see metrics and what is not ready: everybody, whoever shows the token, or nobody. */
export type Watch = Readonly<{ kind: 'open' | 'closed' }> | Readonly<{ kind: 'token'; token: string }>

export type Config = Readonly<{
  dataDir: string
  host: string
  port: number
  publicUrl: string | undefined
  linkKey: string | undefined
  watch: Watch
  defaultLang: (typeof LANGS)[number]
  databaseUrl: string | undefined
  operators: readonly string[]
  logLevel: z.infer<typeof schema>['LOG_LEVEL']
  model: ModelConfig
  /** Undefined where Slack is off. */
  slack: SlackSettings | undefined
  /** Undefined where Teams is off. */
  teams: TeamsSettings | undefined
}>

/** The only reader of the environment. Every bad value is named in one error; an empty value counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(set)
  const missing = [...missingModelSettings(set), ...missingSlackSettings(set), ...missingTeamsSettings(set)]
  if (!parsed.success || missing.length > 0) {
    const lines = [
      ...(parsed.error?.issues ?? []).map(
        ({ path, message }) => `  ${path.join('.')}=${shown(path[0], set)}: ${message}`,
      ),
      ...missing.map(({ setting, message }) => `  ${setting}: ${message}`),
    ]
    throw new Error(`These settings can't be used; see docs/operating.md:\n${lines.join('\n')}`)
  }
  const { data } = parsed
  return {
    dataDir: data.DATA_DIR,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    linkKey: data.LINK_KEY,
    watch: watchOf(data),
    defaultLang: data.DEFAULT_LANG,
    databaseUrl: data.DATABASE_URL,
    operators: data.OPERATORS,
    logLevel: data.LOG_LEVEL,
    model: modelConfigOf(data),
    slack: slackSettingsOf(data),
    teams: teamsSettingsOf(data),
  }
}

/** Separated by commas. */
function readOperators(text: string, context: z.RefinementCtx<string>): readonly string[] {
  const said = text.split(',').map((one) => one.trim())
  const persons = said.filter((one) => one !== '')
  for (const person of persons) {
    const { error } = personSchema.safeParse(person)
    for (const { message } of error?.issues ?? []) context.addIssue(`“${person}” ${message}`)
  }
  return persons
}

/** At a public address, whoever may watch has to show the token. */
function watchOf({ METRICS_TOKEN: token, PUBLIC_URL }: z.infer<typeof schema>): Watch {
  if (token !== undefined) return { kind: 'token', token }
  return { kind: PUBLIC_URL === undefined ? 'open' : 'closed' }
}

/** Keys are never shown, nor is an address that may hold a password. */
const HIDDEN: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'LINK_KEY',
  'METRICS_TOKEN',
  ...HIDDEN_MODEL_SETTINGS,
  ...HIDDEN_SLACK_SETTINGS,
  ...HIDDEN_TEAMS_SETTINGS,
])

const shown = (name: PropertyKey | undefined, set: Readonly<Record<string, string | undefined>>): string =>
  HIDDEN.has(String(name)) ? '(hidden)' : (set[String(name)] ?? '')
