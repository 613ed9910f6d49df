import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { UsageError, type Command } from './command.ts'
import { readOptions } from './options.ts'

const PACKAGE = new URL('../package.json', import.meta.url)

/** Writes what an administrator uploads to Teams. */
export const teams: Command = {
  usage: ['teams package [FILE]'],
  run: async (args, terminal) => {
    const [what, file = 'shirube-teams.zip', ...rest] = readOptions(args, {}).positionals
    if (what !== 'package') throw new UsageError('teams needs package after it')
    if (rest.length > 0) throw new UsageError(`teams package writes one file (${rest.join(' ')})`)
    const { teams: settings, publicUrl, defaultLang: lang } = readConfig(process.env)
    if (settings?.kind !== 'registered' || publicUrl === undefined)
      throw new Error('The package names the bot and its address: set TEAMS_APP_ID and PUBLIC_URL; see docs/teams.md')
    const { packageApp } = await import('../adapters/teams/package/package.ts')
    await writeFile(resolve(file), packageApp({ appId: settings.appId, publicUrl, version: await version(), lang }))
    await terminal.out(resolve(file))
    terminal.err('Upload it in Teams: Apps, Manage your apps, Upload an app. An administrator may have to allow that.')
    return 0
  },
}

async function version(): Promise<string> {
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(PACKAGE, 'utf8'))).version
}
