/** The operating system's or the database's name for what went wrong (`ENOENT`, `28P01`), where the error carries one. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
