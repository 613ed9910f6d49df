/** The innermost message. A refused connection has an empty one when several addresses were tried, but always a code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return `${error.message}: ${reasonOf(error.cause)}`
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}
