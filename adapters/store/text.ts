/**
 * PostgreSQL stores no NUL and no half of a surrogate pair, but people's devices send them. Ids are compared, so no two may
 * become one: they are written with JSON's escapes, which leaves ordinary ids as they are.
 */
export const asKey = (id: string): string => JSON.stringify(id).slice(1, -1)

/** The id that `asKey` wrote. */
export const fromKey = (key: string): string => String(JSON.parse(`"${key}"`))

/** For what people read: every character that cannot be stored becomes �, the rest is kept. */
export const asText = (text: string): string => text.toWellFormed().replaceAll('\0', '\u{FFFD}')

/** The same for every text inside. */
export const asJson = (value: object): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? asText(part) : part))
