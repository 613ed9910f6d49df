import type { Page } from '../../bot/firms/pages.ts'
import { writeCsv } from './csv.ts'

/** A file to take along; `type` is its media type. */
export type ExportFile = Readonly<{ kind: 'file'; name: string; type: string; body: string | Uint8Array<ArrayBuffer> }>

export async function fileOf(page: Exclude<Page, { kind: 'paper' }>): Promise<ExportFile> {
  if (page.kind === 'json')
    return { kind: 'file', name: `${page.name}.json`, type: 'application/json', body: page.text }
  const { name, format, sheets } = page
  switch (format) {
    case 'csv':
      return { kind: 'file', name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: writeCsv(sheets[0]) }
    case 'xlsx': {
      // Not before somebody wants one: what writes them is 80 files.
      const { writeXlsx } = await import('./xlsx.ts')
      return { kind: 'file', name: `${name}.xlsx`, type: XLSX, body: new Uint8Array(await writeXlsx(sheets)) }
    }
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
