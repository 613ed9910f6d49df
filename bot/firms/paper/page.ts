import type { Lang } from '../../../corpus/schema.ts'

export const PAPERS = ['call_sheet', 'president', 'week', 'month', 'status'] as const
export type PaperKind = (typeof PAPERS)[number]

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A page of one firm's, to read or to download; `until` is when the link to it stops working. */
export type PageWanted = Readonly<{ page: PaperKind | ExportFormat; firm: string; lang: Lang; until: Date }>

/**
 * The path of a page on this server, signed: whoever has it can read that page until it expires, and nothing else. Opening it
 * uses nothing up, so that link previews do no harm.
 */
export type LinkTo = (wanted: PageWanted) => string
