import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Activity = Readonly<Record<string, unknown>>

const FOLDER = join(import.meta.dirname, '../../fixtures/teams')

/** An activity as Teams sends it, made anonymous; `more` takes the place of fields. */
export async function activity(name: string, more: Activity = {}): Promise<Activity> {
  return { ...(JSON.parse(await readFile(join(FOLDER, `${name}.json`), 'utf8')) as Activity), ...more }
}
