import { writeFile } from 'node:fs/promises'
import type { Operator } from '../adapters/store/operator/operator.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../bot/firms/paper/page.ts'
import { exportFile } from '../compose.ts'
import type { Lang } from '../corpus/schema.ts'
import { UsageError, type Terminal } from './command.ts'

export type Export = Readonly<{ id: string; format: ExportFormat; lang: Lang | undefined; to: string | undefined }>

export function readFormat(value: string): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === value)
  if (format === undefined)
    throw new UsageError(`--format ${value}: nothing Shirube exports to; use ${EXPORT_FORMATS.join(', ')}`)
  return format
}

/** The same files as in the chat. To standard output, or to a new file that only its owner may read. */
export async function exportFirm(operator: Operator, wanted: Export, terminal: Terminal): Promise<0> {
  const { id, format, lang, to } = wanted
  if (format === 'xlsx' && to === undefined)
    throw new UsageError('firm export --format xlsx writes no text; say which file with --to FILE')
  const json = await operator.export(id)
  const body = format === 'json' ? json : await exportFile(json, { format, lang })
  if (to !== undefined) await writeNew(to, body)
  // The terminal ends every text with a line feed, and so does the file.
  else await terminal.out(String(body).replace(/\n$/u, ''))
  return 0
}

async function writeNew(file: string, body: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, body, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    throw new Error(`${file} was not written; is there a file of that name already?`, { cause })
  }
}
