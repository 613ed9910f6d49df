import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of its own, running a script given as import.meta.resolve() names it. */
export type Child = Readonly<{
  pid: number
  /** The next line it prints; undefined when it has ended. */
  nextLine(): Promise<string | undefined>
  /** Lets it go on. */
  go(): void
  send(signal: NodeJS.Signals): void
  ended: Promise<unknown>
}>

export function startChild(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  if (child.pid === undefined) throw new Error(`${script} did not start`)
  return {
    pid: child.pid,
    async nextLine() {
      const { value, done } = await lines.next()
      return done === true ? undefined : value
    },
    go() {
      child.stdin.write('go\n')
    },
    send(signal) {
      child.kill(signal)
    },
    ended,
  }
}
