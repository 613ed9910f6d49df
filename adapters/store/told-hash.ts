import { createHash } from 'node:crypto'

/** The same for the same data, in whatever order its keys come back from the database. */
export const hashOfTold = (data: object): string => createHash('sha256').update(sortedJson(data)).digest('hex')

const sortedJson = (data: object): string =>
  JSON.stringify(data, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
