/** A line by its name and points (x, y), y from 0 to 1. */
export type Line = Readonly<{ name: string; points: [number, number][] }>

const WIDTH = 640
const HEIGHT = 360
const MARGIN = { left: 56, right: 128, top: 16, bottom: 48 }
const COLOURS = ['#0b6e4f', '#74b49b', '#9c2c2c', '#dd9a8c']
const STEPS = 5

/** An SVG of a few lines over one axis, each named at its end. The y axis starts at the tenth below the lowest point. */
export function lineChart(lines: readonly Line[], axes: Readonly<{ x: string; y: string }>): string {
  const xs = lines.flatMap(({ points }) => points.map(([x]) => x))
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const lowest = Math.floor(Math.min(...lines.flatMap(({ points }) => points.map(([, y]) => y))) * 10) / 10
  const atX = (x: number): number =>
    round(MARGIN.left + ((x - left) / (right - left)) * (WIDTH - MARGIN.left - MARGIN.right))
  const atY = (y: number): number =>
    round(HEIGHT - MARGIN.bottom - ((y - lowest) / (1 - lowest)) * (HEIGHT - MARGIN.top - MARGIN.bottom))
  const levels = Array.from({ length: STEPS + 1 }, (_, step) => lowest + ((1 - lowest) * step) / STEPS)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...levels.flatMap((y) => [
      `<path d="M${MARGIN.left} ${atY(y)}H${WIDTH - MARGIN.right}" stroke="#ddd"/>`,
      `<text x="${MARGIN.left - 8}" y="${atY(y) + 4}" text-anchor="end">${y.toFixed(2)}</text>`,
    ]),
    ...[...new Set(xs)].map((x) => `<text x="${atX(x)}" y="${HEIGHT - 28}" text-anchor="middle">${x}</text>`),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${axes.x}</text>`,
    `<text transform="translate(14 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">${axes.y}</text>`,
    ...lines.flatMap(({ name, points }, at) => {
      const [x, y] = points.at(-1) ?? [left, lowest]
      return [
        `<path d="M${points.map((point) => `${atX(point[0])} ${atY(point[1])}`).join('L')}" fill="none" stroke="${COLOURS[at % COLOURS.length] ?? ''}" stroke-width="2"/>`,
        `<text x="${atX(x) + 6}" y="${atY(y) + 4}" fill="${COLOURS[at % COLOURS.length] ?? ''}">${name}</text>`,
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

const round = (value: number): number => Math.round(value * 10) / 10
