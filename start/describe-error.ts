/** The message and what caused it, each on its line; for people who run the bot, so without the stack. */
export function describeError(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause === undefined ? cause.message : `${cause.message}\n  because: ${describeError(cause.cause)}`
}
