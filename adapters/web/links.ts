import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { EXPORT_FORMATS, PAPERS, type LinkTo, type PageWanted } from '../../bot/firms/paper/page.ts'
import { LANGS } from '../../corpus/schema.ts'

/** Reads the query of a signed path again; undefined when it isn't ours, was changed, or has expired. Without `now` it never expires. */
export type ReadLink = (
  page: string,
  query: Readonly<Record<string, string>>,
  now: Date | undefined,
) => PageWanted | undefined

/** Signed paths to a firm's pages. With the same `key`, every process understands the links of every other. */
export function createLinks(key: Uint8Array): Readonly<{ linkTo: LinkTo; readLink: ReadLink }> {
  const sign = ({ page, firm, lang, until }: PageWanted): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([page, firm, lang, until.getTime()]))
      .digest('base64url')
  return {
    linkTo: (wanted) => {
      const { page, firm, lang, until } = wanted
      return `/firm/${page}?${new URLSearchParams({ firm, lang, until: String(until.getTime()), seal: sign(wanted) }).toString()}`
    },
    readLink: (page, query, now) => {
      const read = linkSchema.safeParse({ ...query, page })
      if (!read.success) return undefined
      const { seal, ...wanted } = read.data
      return isSame(seal, sign(wanted)) && (now === undefined || now < wanted.until) ? wanted : undefined
    },
  }
}

const linkSchema = z.object({
  page: z.enum([...PAPERS, ...EXPORT_FORMATS]),
  firm: z.string().min(1).max(100),
  lang: z.enum(LANGS),
  until: z
    .string()
    .regex(/^\d{13}$/u)
    .transform((milliseconds) => new Date(Number(milliseconds))),
  seal: z.string().regex(/^[\w-]{43}$/u),
})

const isSame = (given: string, right: string): boolean => timingSafeEqual(Buffer.from(given), Buffer.from(right))
