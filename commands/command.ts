/** Where a command reads and writes; `out` is for results, `err` for what people need to know beside them. */
export type Terminal = Readonly<{
  lines: () => AsyncIterable<string>
  out: (text: string) => Promise<void>
  err: (text: string) => void
}>

/** Runs with the words after its name; 0 fine, 1 the work failed. */
export type Command = Readonly<{
  usage: readonly string[]
  run: (args: readonly string[], terminal: Terminal) => Promise<0 | 1>
}>

/** The command was called in a way it doesn't know: exit 2. The message says which word and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
