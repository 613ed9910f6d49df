/** One vector per bucket, stored as int8 with one scale per bucket, and where what it was taught lies. */
export type BagWeights = Readonly<{
  buckets: number
  dimensions: number
  scales: Float32Array
  values: Int8Array
  landmarks: Landmarks
}>

/** A direction for each thing taught, one after the other: those of the corpus, and those that lie outside it. */
export type Landmarks = Readonly<{ inside: Int8Array; outside: Int8Array }>

/** Every landmark is this long. */
export const LANDMARK_LENGTH = 127

const MAGIC = 0x53484233 // "SHB3"
const HEADER_BYTES = 20

/**
 * Header (magic, buckets, dimensions, bytes of inside and of outside landmarks, as uint32 LE); one bit per bucket that
 * learned something; for those in order, scales as float32 LE and values as int8; landmarks as int8.
 */
export function encodeWeights({ buckets, dimensions, scales, values, landmarks }: BagWeights): Uint8Array {
  const learned = [...scales.keys()].filter((bucket) => (scales[bucket] ?? 0) > 0)
  const { inside, outside } = landmarks
  const header = [MAGIC, buckets, dimensions, inside.length, outside.length]
  const layout = layoutOf(header, learned.length)
  const bytes = new Uint8Array(layout.end)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of header.entries()) view.setUint32(at * 4, value, true)
  for (const [at, bucket] of learned.entries()) {
    bytes[HEADER_BYTES + (bucket >> 3)] = (bytes[HEADER_BYTES + (bucket >> 3)] ?? 0) | (1 << (bucket & 7))
    view.setFloat32(layout.scales + at * 4, scales[bucket] ?? 0, true)
    bytes.set(asBytes(values.subarray(bucket * dimensions, (bucket + 1) * dimensions)), layout.values + at * dimensions)
  }
  bytes.set(asBytes(inside), layout.inside)
  bytes.set(asBytes(outside), layout.outside)
  return bytes
}

const asBytes = ({ buffer, byteOffset, byteLength }: Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** Throws, naming `path`, on anything but a whole file of this kind. */
export function decodeWeights(file: Uint8Array, path: string): BagWeights {
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new Error(`${path}: not a weights file of this embedder; run npm run train to make it again`)
  }
  const header = Array.from({ length: HEADER_BYTES / 4 }, (_, at) => view.getUint32(at * 4, true))
  const [, buckets = 0, dimensions = 0] = header
  const learned: number[] = []
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (((bytes[HEADER_BYTES + (bucket >> 3)] ?? 0) >> (bucket & 7)) & 1) learned.push(bucket)
  }
  const layout = layoutOf(header, learned.length)
  if (bytes.length !== layout.end) {
    throw new Error(
      `${path}: ${bytes.length} bytes instead of ${layout.end}, so it was cut short; run npm run train to make it again`,
    )
  }
  const scales = new Float32Array(buckets)
  const values = new Int8Array(buckets * dimensions)
  const int8 = (from: number, to: number): Int8Array => new Int8Array(bytes.buffer, from, to - from)
  for (const [at, bucket] of learned.entries()) {
    const start = layout.values + at * dimensions
    scales[bucket] = view.getFloat32(layout.scales + at * 4, true)
    values.set(int8(start, start + dimensions), bucket * dimensions)
  }
  const landmarks = { inside: int8(layout.inside, layout.outside), outside: int8(layout.outside, layout.end) }
  return { buckets, dimensions, scales, values, landmarks }
}

type Layout = Readonly<Record<'scales' | 'values' | 'inside' | 'outside' | 'end', number>>

/** Where each part begins. */
function layoutOf([, buckets = 0, dimensions = 0, ...landmarks]: readonly number[], learned: number): Layout {
  const [insideBytes = 0, outsideBytes = 0] = landmarks
  const scales = HEADER_BYTES + Math.ceil(buckets / 8)
  const values = scales + learned * 4
  const inside = values + learned * dimensions
  const outside = inside + insideBytes
  return { scales, values, inside, outside, end: outside + outsideBytes }
}
