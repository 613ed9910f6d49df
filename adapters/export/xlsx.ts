import writeExcel, { type Row } from 'write-excel-file/node'
import type { Sheet } from '../../bot/firms/export/sheets.ts'

/** In characters. */
const NARROWEST = 8
const WIDEST = 60

const HEAD = { fontWeight: 'bold', backgroundColor: '#F7E8DA', wrap: true, alignVertical: 'top' } as const
const BODY = { type: String, wrap: true, alignVertical: 'top' } as const

/** Every cell is text: a spreadsheet runs no formula in it, and keeps 4-1-1 from becoming a date. */
export const writeXlsx = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcel(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [columns.map((value) => ({ ...HEAD, value })), ...rows.map(bodyRow)],
      columns: columns.map((column, n) => ({ width: widthOf([column, ...rows.map((row) => row[n] ?? '')]) })),
      stickyRowsCount: 1,
    })),
    { fontFamily: 'Yu Gothic', fontSize: 10 },
  ).toBuffer()

const bodyRow = (row: readonly string[]): Row =>
  row.map((value) => (value === '' ? null : { ...BODY, value: value.replaceAll(UNWRITABLE, '�') }))

/** XML 1.0 has no place for these. */
// eslint-disable-next-line no-control-regex -- exactly the control characters are meant
const UNWRITABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Japanese letters are twice as wide as Latin ones. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...texts.map((text) => text.replaceAll(/[^\0-\u00FF]/gu, '  ').length + 2)))
