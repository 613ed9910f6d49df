import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killWhileWriting } from '../tests/adapters/store/killing.ts'

const KILLS = 50

/** A process that writes into the embedded store is killed again and again, at moments that chance picks; everything it acknowledged is looked for. */
export async function killing(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  try {
    const started = performance.now()
    const kills = []
    for (let kill = 0; kill < KILLS; kill += 1)
      kills.push(await killWhileWriting(folder, 1 + Math.floor(Math.random() * 60)))
    const acknowledged = kills.reduce((sum, kill) => sum + kill.acknowledged, 0)
    const lost = kills.flatMap((kill) => kill.lost)
    const seconds = (performance.now() - started) / 1_000
    return [
      `${KILLS} kills in ${seconds.toFixed(0)} s: ${acknowledged} answers acknowledged, ${lost.length} of them lost`,
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
