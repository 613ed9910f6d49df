import { encodePng } from './png.ts'

type Point = readonly [x: number, y: number]
/** Red, green and blue, 0–255. */
type Colour = readonly [number, number, number]
type Shape = Readonly<{ outline: readonly Point[]; colour: Colour }>

/** The guidepost of adapters/web/public/icon.svg, in its 32 units: a post, and two boards that point both ways. */
const POST: readonly Point[] = [
  [15, 3],
  [17.4, 3],
  [17.4, 29],
  [15, 29],
]
const TO_THE_RIGHT: readonly Point[] = [
  [6, 5.5],
  [23.2, 5.5],
  [28, 9.75],
  [23.2, 14],
  [6, 14],
]
const TO_THE_LEFT: readonly Point[] = [
  [26, 16],
  [9.4, 16],
  [4.8, 19.75],
  [9.4, 23.5],
  [26, 23.5],
]
const UNITS = 32

export const BACKGROUND: Colour = [255, 247, 238]
const WHITE: Colour = [255, 255, 255]

/** 192 × 192, opaque; Teams cuts its corners, so the drawing keeps to the middle. */
export const colourIcon = (): Uint8Array =>
  drawn(192, {
    margin: 28,
    background: BACKGROUND,
    shapes: [
      { outline: POST, colour: [107, 90, 72] },
      { outline: TO_THE_RIGHT, colour: [179, 84, 30] },
      { outline: TO_THE_LEFT, colour: [217, 138, 75] },
    ],
  })

/** 32 × 32, white on nothing, as Teams wants it. */
export const outlineIcon = (): Uint8Array =>
  drawn(32, {
    margin: 1,
    shapes: [POST, TO_THE_RIGHT, TO_THE_LEFT].map((outline) => ({ outline, colour: WHITE })),
  })

type Picture = Readonly<{ margin: number; background?: Colour; shapes: readonly Shape[] }>

/** Samples of a pixel along each side: edges come out soft. */
const SAMPLES = 4

function drawn(size: number, picture: Picture): Uint8Array {
  const pixels = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) pixels.set(pixelAt([x, y], size, picture), (y * size + x) * 4)
  return encodePng(pixels, size)
}

/** The mean of the samples; what is transparent adds nothing to the colour. */
function pixelAt([left, top]: Point, size: number, picture: Picture): readonly number[] {
  const sums = [0, 0, 0]
  let covered = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = left + ((sample % SAMPLES) + 0.5) / SAMPLES
    const y = top + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES
    const colour = colourAt([x, y], size, picture)
    if (colour === undefined) continue
    covered += 1
    for (const [n, value] of colour.entries()) sums[n] = (sums[n] ?? 0) + value
  }
  if (covered === 0) return [0, 0, 0, 0]
  return [...sums.map((sum) => Math.round(sum / covered)), Math.round((255 * covered) / SAMPLES ** 2)]
}

function colourAt([x, y]: Point, size: number, { margin, background, shapes }: Picture): Colour | undefined {
  const scale = UNITS / (size - 2 * margin)
  const point: Point = [(x - margin) * scale, (y - margin) * scale]
  return shapes.findLast(({ outline }) => isInside(point, outline))?.colour ?? background
}

/** Even–odd rule: a ray to the right crosses the outline an odd number of times. */
function isInside([x, y]: Point, outline: readonly Point[]): boolean {
  return outline.reduce((inside, [x1, y1], n) => {
    const [x2, y2] = outline[(n + 1) % outline.length] ?? [x1, y1]
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
    return crosses ? !inside : inside
  }, false)
}
