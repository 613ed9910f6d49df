import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Megabytes of JavaScript heap and of memory outside it in use, once garbage is collected. */
export async function usedMegabytes(): Promise<number> {
  setFlagsFromString('--expose-gc')
  // Buffers are given back a turn after what held them was collected.
  for (let time = 0; time < 3; time += 1) {
    runInNewContext('gc()')
    await nextTurn()
  }
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}
