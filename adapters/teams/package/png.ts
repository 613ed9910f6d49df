import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Eight bits a channel, red, green, blue and alpha; not interlaced. */
const KIND = [8, 6, 0, 0, 0]

/** A square picture of red, green, blue and alpha bytes, row by row (PNG, ISO/IEC 15948). */
export function encodePng(pixels: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  const rows = Array.from({ length: size }, (_, row) => [
    Buffer.from([0]), // no filter
    pixels.subarray(row * size * 4, (row + 1) * size * 4),
  ])
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([head, Buffer.from(KIND)])),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
