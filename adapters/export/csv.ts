import type { Sheet } from '../../bot/firms/export/sheets.ts'
import { harmless } from './harmless.ts'

/** Japanese Excel takes a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF'

/** RFC 4180, with CRLF, and with no cell that a spreadsheet would run as a formula. */
export const writeCsv = ({ columns, rows }: Sheet): string =>
  BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')

const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`
