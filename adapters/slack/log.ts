import { LogLevel, type Logger } from '@slack/bolt'

export interface Log {
  debug: (details: object, message: string) => void
  warn: (details: object, message: string) => void
  error: (details: object, message: string) => void
}

/** Bolt's and the client's chatter as our log's; at debug level they would print people's messages, so that goes nowhere. */
export function quietLogger(log: Log): Logger {
  const said = (parts: readonly unknown[]): string =>
    parts.map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : '')).join(' ')
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => {
      log.warn({ from: 'slack' }, said(parts))
    },
    error: (...parts: unknown[]) => {
      log.error({ from: 'slack' }, said(parts))
    },
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
