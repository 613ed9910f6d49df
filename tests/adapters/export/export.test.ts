import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../adapters/export/csv.ts'
import { writeXlsx } from '../../../adapters/export/xlsx.ts'

const sheet = (...rows: readonly (readonly string[])[]) => ({ name: 'S', columns: ['a', 'b'], rows })

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n@x', '|calc', '%0A=1'])(
    'runs no formula: %j gets an apostrophe in front',
    (text) => {
      expect(writeCsv(sheet([text, 'x']))).toBe(`\uFEFF"a","b"\r\n"'${text}","x"\r\n`)
    },
  )

  it('keeps any other text as it is, quotes, commas and line feeds included', () => {
    expect(writeCsv(sheet(['a"b', 'c,d\ne']))).toBe('\uFEFF"a","b"\r\n"a""b","c,d\ne"\r\n')
  })

  it('never has a cell that begins like a formula, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(writeCsv(sheet([text, '']))).not.toMatch(/\r\n"[=+\-@\t]/u)
      }),
    )
  })
})

describe('XLSX', () => {
  it('holds every sheet, and text that looks like a formula as text', async () => {
    const file = await writeXlsx([sheet(['=1+1', '4-1-1']), { ...sheet(['日本', '']), name: '記録' }])
    const parts = unzip(file)
    expect(parts.get('xl/workbook.xml')).toContain('記録')
    const all = [...parts.values()].join('\n')
    expect(all).toContain('=1+1')
    expect(all).toContain('日本')
    expect(all).not.toMatch(/<f[ >]/u)
  })

  it('is well-formed whatever is written in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const parts = unzip(await writeXlsx([sheet([text, '\0\uD800'])]))
        // eslint-disable-next-line no-control-regex -- exactly what XML forbids
        expect([...parts.values()].join('')).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/u)
      }),
      { numRuns: 20 },
    )
  })
})

/** The text parts of a ZIP file by name, read through its central directory. */
function unzip(file: Buffer): ReadonlyMap<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'))
  const parts = new Map<string, string>()
  let at = file.readUInt32LE(end + 16)
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size, nameLength] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
    ]
    const [extra, comment, local] = [file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + size)
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}
