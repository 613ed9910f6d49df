const MINUTE_MS = 60_000
const MOST_A_MINUTE = 20

type Write = (details: object, message: string) => void
type Written = Readonly<{ debug: Write; warn: Write; error: Write }>

/** A log for what anybody who can reach the server may cause: so many lines a minute, then one that counts the rest. */
export function boundedLog(log: Written): Written {
  let [written, left] = [0, 0]
  let minute: NodeJS.Timeout | undefined
  const endMinute = (): void => {
    if (left > 0) log.warn({ left }, `left out ${left} more lines of the same minute`)
    ;[written, left, minute] = [0, 0, undefined]
  }
  const bounded =
    (write: Write): Write =>
    (details, message) => {
      minute ??= setTimeout(endMinute, MINUTE_MS).unref()
      written += 1
      if (written <= MOST_A_MINUTE) write(details, message)
      else left += 1
    }
  return {
    debug: bounded((details, message) => {
      log.debug(details, message)
    }),
    warn: bounded((details, message) => {
      log.warn(details, message)
    }),
    error: bounded((details, message) => {
      log.error(details, message)
    }),
  }
}
