import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'

/** The longest first. */
const ALL = ['lint', 'types', 'format', 'unused', 'arrows', 'corpus']

/**
 * Runs `check:NAME` of package.json for each name given, or for all, as many at a time as there are cores. What one of them has to
 * say comes out whole when it ends; exits 1 when any of them failed.
 */
const named = process.argv.slice(2)
const waiting = [...(named.length > 0 ? named : ALL)]
const failed: string[] = []

async function workThrough(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const start = performance.now()
    const { isGood, said } = await check(name)
    if (!isGood) failed.push(name)
    const seconds = ((performance.now() - start) / 1000).toFixed()
    process.stdout.write(`${said}${isGood ? '✓' : '✗'} ${name} (${seconds} s)\n`)
  }
}

async function check(name: string): Promise<Readonly<{ isGood: boolean; said: string }>> {
  const child = spawn(`npm run -s check:${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  const [code, ...said] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { isGood: code === 0, said: said.join('') }
}

await Promise.all(Array.from({ length: availableParallelism() }, workThrough))
if (failed.length > 0) process.stdout.write(`Failed: ${failed.toSorted().join(', ')}\n`)
process.exitCode = failed.length > 0 ? 1 : 0
