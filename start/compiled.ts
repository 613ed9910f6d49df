import { mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * From here on Node keeps what it makes of the sources, types stripped and compiled: the next start takes half as long to load
 * them. What lies there is run without another look, hence in the data folder, which is its owner's alone. Node writes it when the
 * process ends, and makes a file's anew where the file has changed.
 */
export function keepCompiled(dataDir: string): void {
  try {
    // Node would let everybody read a folder that it makes.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch {
    return // Who needs the folder says what is wrong with it; loading works without.
  }
  enableCompileCache(join(dataDir, 'compiled'))
}
