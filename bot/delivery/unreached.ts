/** The connection was never made, so nothing was posted. */
const UNREACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether the code of a failed connection says that nothing was sent. */
export const wasUnreached = (code: string): boolean => UNREACHED.has(code)
