import type { RequestListener } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Store } from '../adapters/store/store.ts'
import type { Bot } from '../bot/bot.ts'
import type { Messenger } from '../bot/delivery/messenger.ts'
import { suggestedQuestions } from '../bot/words/suggestions.ts'
import type { Config } from '../config.ts'
import { boundedLog } from './bounded-log.ts'
import { reporterTo } from './observe.ts'
import { pageAt } from './page-at.ts'

/** Milliseconds between looks for work that a process that died, or a platform that asked to wait, has left. */
const SWEEP = 1_000

/** Milliseconds that answers in hand get once the process was asked to stop; what they don't finish is taken up again later. */
const GRACE = 5_000

const REFUSED = 'A call was refused'
const UNANSWERED = 'A chat platform could not be answered'

export type Platforms = Readonly<{
  names: readonly string[]
  /** What says things first. */
  messengers: readonly Messenger[]
  /** Routes on the one HTTP server, by exact path. */
  mounts: ReadonlyMap<string, RequestListener>
  /** Call once the server listens. */
  start(): Promise<void>
  stop(): Promise<void>
}>

type Needs = Readonly<{ config: Config; store: Store; bot: Bot; log: Logger }>

/** The chat platforms that are configured, each with its SDK loaded only then. */
export async function createPlatforms(needs: Needs): Promise<Platforms> {
  const platforms = [await slackIn(needs), await teamsIn(needs)].filter((platform) => platform !== undefined)
  let sweep: NodeJS.Timeout | undefined
  return {
    names: platforms.map(({ name }) => name),
    messengers: platforms.map(({ messenger }) => messenger),
    mounts: new Map(platforms.flatMap(({ routes }) => [...routes])),
    async start() {
      await Promise.all(platforms.map((platform) => platform.start()))
      sweep = setInterval(() => {
        for (const { wake } of platforms) wake()
      }, SWEEP).unref()
    },
    async stop() {
      clearInterval(sweep)
      const stopped = Promise.all(platforms.map((platform) => platform.stop()))
      await Promise.race([stopped, sleep(GRACE, undefined, { ref: false })])
    },
  }
}

type Platform = Readonly<{
  name: string
  routes: ReadonlyMap<string, RequestListener>
  start(): Promise<void>
  stop(): Promise<void>
  wake(): void
  messenger: Messenger
}>

async function slackIn({ config, store, bot, log }: Needs): Promise<Platform | undefined> {
  if (config.slack === undefined) return undefined
  const { createSlack } = await import('../adapters/slack/app.ts')
  const platform = createSlack({
    settings: config.slack,
    mailroom: store.mailroom,
    addressBook: store.addressBook,
    installations: store.installations,
    bot,
    pageAt: pageAt(config),
    suggestions: suggestedQuestions,
    defaultLang: config.defaultLang,
    now: Date.now,
    report: reporterTo(log, UNANSWERED),
    log: boundedLog(log),
  })
  return { name: 'slack', ...platform }
}

async function teamsIn({ config, store, bot, log }: Needs): Promise<Platform | undefined> {
  if (config.teams === undefined) return undefined
  const { createTeams, MESSAGES } = await import('../adapters/teams/app.ts')
  const { authenticationFor } = await import('../adapters/teams/authentication.ts')
  const { listener, ...platform } = createTeams({
    settings: config.teams,
    authentication: authenticationFor(config.teams, Date.now),
    mailroom: store.mailroom,
    addressBook: store.addressBook,
    sent: store.sent,
    bot,
    pageAt: pageAt(config),
    now: Date.now,
    random: Math.random,
    report: reporterTo(log, UNANSWERED),
    reportStranger: reporterTo(boundedLog(log), REFUSED),
  })
  listenTo(console, boundedLog(log))
  if (config.teams.kind === 'local') log.warn('Teams is on without TEAMS_APP_ID: only tools on this machine may call')
  return { name: 'teams', routes: new Map([[MESSAGES, listener]]), start: () => Promise.resolve(), ...platform }
}

/** Microsoft's libraries print every token they can't verify, stack and keys included, past the log. */
function listenTo(spoken: Pick<Console, 'error'>, log: Pick<ReturnType<typeof boundedLog>, 'warn'>): void {
  spoken.error = (...parts: unknown[]) => {
    const said = parts.map((part) => (part instanceof Error ? part.message : String(part).split('\n')[0]))
    log.warn({ from: 'teams' }, said.join(' '))
  }
}
