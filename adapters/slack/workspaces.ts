import type { RequestListener } from 'node:http'
import type { Installations } from '../../bot/delivery/address-book.ts'
import type { Log } from './log.ts'
import type { SlackSettings } from './settings.ts'

/**
 * The workspaces that the app is installed in. `tokenOf` answers undefined where it is not. `remove` forgets a token.
 * `routes`: where a workspace installs the app, by exact path.
 */
export type Workspaces = Readonly<{
  tokenOf(team: string): Promise<string | undefined>
  remove(team: string): Promise<void>
  routes: ReadonlyMap<string, RequestListener>
}>

export type WorkspacesNeeds = Readonly<{
  settings: SlackSettings
  /** Opens the sealed tokens with a key. */
  installations: (key: string) => Installations
  pageAt: (path: string) => string
  log: Log
}>
