import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until a server on this machine says that it is ready; rejects after `patience` milliseconds. */
export async function untilReady(port: number, patience: number): Promise<void> {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (response?.ok === true) return
    await sleep(50)
  }
  throw new Error('the server did not become ready')
}
