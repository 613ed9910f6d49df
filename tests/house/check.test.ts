import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, inject, it } from 'vitest'

const CHECK = join(import.meta.dirname, '../../check.ts')

/** A project with such checks, and what comes of running all of them. */
async function checking(checks: Readonly<Record<string, string>>) {
  const project = await mkdtemp(join(inject('scratch'), 'check-'))
  const scripts = Object.fromEntries(
    Object.entries(checks).map(([name, code]) => [`check:${name}`, `node -e "${code}"`]),
  )
  await writeFile(join(project, 'package.json'), JSON.stringify({ scripts }))
  const child = spawn(process.execPath, [CHECK, ...Object.keys(checks)], { cwd: project })
  const ended = new Promise((resolve) => child.on('close', resolve))
  return { printed: await text(child.stdout), code: await ended }
}

const GOOD = "console.log('all is well')"
const BAD = "console.log('first of it'); console.error('second of it'); process.exit(2)"

it('passes when every check passes', async () => {
  const { printed, code } = await checking({ one: GOOD, two: GOOD })
  expect(code).toBe(0)
  expect(printed.match(/all is well\n✓ (one|two) /gu)).toHaveLength(2)
})

it.each(['one', 'two', 'three'])(
  'fails when %s fails, runs the others all the same, and shows what each said',
  async (bad) => {
    const { printed, code } = await checking({ one: GOOD, two: GOOD, three: GOOD, [bad]: BAD })
    expect(code).toBe(1)
    expect(printed).toContain(`first of it\nsecond of it\n✗ ${bad} `)
    expect(printed.match(/all is well\n✓ /gu)).toHaveLength(2)
    expect(printed).toMatch(new RegExp(`Failed: ${bad}\n$`, 'u'))
  },
)
