import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** A real process, for the log goes to standard output. */
const SCRIPT = `
  import { createLog } from './start/observe.ts'
  import { PGlite } from '@electric-sql/pglite'
  const db = new PGlite()
  await db.exec('create table said (text text unique)')
  const say = () => db.query('insert into said values ($1)', ['our safe is open on Fridays'])
  await say()
  await say().catch((err) => createLog({ logLevel: 'info' }).error({ err }, 'not kept'))
`

it('a statement that fails is logged without the words that were in it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', SCRIPT], {
    cwd: ROOT,
  })
  expect(stdout).toContain('said_text_key')
  expect(stdout).not.toContain('Fridays')
})
