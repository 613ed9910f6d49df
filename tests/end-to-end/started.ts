import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

export type Started = Readonly<{
  /** Everything it has printed so far. */
  printed: () => string
  /** What the pattern's first group finds in its output, as soon as it is there; rejects when it ended before. */
  sees: (pattern: RegExp) => Promise<string>
  send: (signal: NodeJS.Signals) => void
  /** Its exit code, once nobody writes to its output any more; null when a signal ended it. */
  ended: Promise<number | null>
  /** Ends whatever is left of it and of what it started. */
  clear: () => void
}>

type Starting = Readonly<{ env: Readonly<Record<string, string>>; by?: 'npm start' | 'node main.ts' }>

/** Starts the bot as people do, with no settings but those given, in a process group of its own. */
export function start({ env, by = 'node main.ts' }: Starting): Started {
  const [command, args] = by === 'npm start' ? ['npm', ['start']] : [process.execPath, ['main.ts']]
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${by} did not start`)
  const news = new EventEmitter()
  let printed = ''
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      news.emit('news')
    })
  }
  const exit = { isOver: false }
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      exit.isOver = true
      resolve(code)
      news.emit('news')
    })
  })
  return {
    printed: () => printed,
    sees: async (pattern) => {
      for (;;) {
        const found = pattern.exec(printed)
        if (found !== null) return found[1] ?? found[0]
        if (exit.isOver) throw new Error(`${by} ended without printing ${String(pattern)}, but:\n${printed}`)
        await once(news, 'news')
      }
    },
    send: (signal) => {
      child.kill(signal)
    },
    ended,
    clear: () => {
      endGroup(pid)
    },
  }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Nobody is left of it.
  }
}
