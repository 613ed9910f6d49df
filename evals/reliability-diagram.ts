import type { Bin, Reliability } from './reliability.ts'

type Named = Readonly<Record<string, Reliability>>

/** The tables, one under the other. */
export const showReliability = (sets: Named): string =>
  Object.entries(sets)
    .map(([name, { n, outside, bins, ece, brier }]) =>
      [
        `${name}: ${n} questions, ${outside} of them outside; both kinds count the same`,
        'forecast       n  outside   forecast  observed',
        ...bins.map(rowOf),
        `ECE ${ece.toFixed(3)}, Brier ${brier.toFixed(3)}`,
      ].join('\n'),
    )
    .join('\n\n')

const rowOf = ({ from, n, outside, forecast, observed }: Bin): string =>
  `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  ${String(n).padStart(6)} ${String(outside).padStart(8)}   ${forecast.toFixed(3).padStart(8)} ${observed.toFixed(3).padStart(9)}`

const SIZE = 360
const EDGE = 48
const COLOURS = ['#1f6f8b', '#c8553d']

const across = (share: number): string => (EDGE + share * SIZE).toFixed(1)
const up = (share: number): string => (EDGE + (1 - share) * SIZE).toFixed(1)

/** Forecast to the right, observed upwards: on the diagonal, what the gate says comes true as often as it says. */
export function drawReliability(sets: Named): string {
  const side = SIZE + 2 * EDGE
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" font-family="sans-serif" font-size="12" fill="#333">`,
    '<title>Forecast coverage and how often it came true</title>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...[0, 0.25, 0.5, 0.75, 1].flatMap(gridAt),
    `<path d="M${across(0)} ${up(0)}L${across(1)} ${up(1)}" stroke="#888" stroke-dasharray="5 4"/>`,
    ...Object.entries(sets).flatMap(([name, { bins, ece }], number) => {
      const colour = COLOURS[number % COLOURS.length] ?? ''
      return [
        lineThrough(bins, colour),
        ...bins.map((bin) => dotAt(bin, colour)),
        keyOf(`${name}, ECE ${ece.toFixed(3)}`, number),
      ]
    }),
    `<text x="${across(0.5)}" y="${side - 8}" text-anchor="middle">the gate’s forecast that the corpus covers the question</text>`,
    `<text transform="translate(14 ${up(0.5)}) rotate(-90)" text-anchor="middle">share that it covers</text>`,
    '</svg>',
    '',
  ].join('\n')
}

const gridAt = (share: number): readonly string[] => [
  `<path d="M${across(share)} ${up(0)}V${up(1)}M${across(0)} ${up(share)}H${across(1)}" stroke="#e4e4e4"/>`,
  `<text x="${across(share)}" y="${(Number(up(0)) + 16).toFixed(1)}" text-anchor="middle">${share}</text>`,
  `<text x="${EDGE - 6}" y="${(Number(up(share)) + 4).toFixed(1)}" text-anchor="end">${share}</text>`,
]

const lineThrough = (bins: readonly Bin[], colour: string): string =>
  `<path d="${bins.map(({ forecast, observed }, at) => `${at === 0 ? 'M' : 'L'}${across(forecast)} ${up(observed)}`).join('')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`

/** Its area grows with the number of questions. */
const dotAt = ({ forecast, observed, n }: Bin, colour: string): string =>
  `<circle cx="${across(forecast)}" cy="${up(observed)}" r="${(2 + Math.sqrt(n) / 2).toFixed(1)}" fill="${colour}" fill-opacity="0.7"><title>${n} questions</title></circle>`

const keyOf = (text: string, number: number): string =>
  `<text x="${across(0.04)}" y="${(Number(up(0.95)) + number * 18).toFixed(1)}" fill="${COLOURS[number % COLOURS.length] ?? ''}">● ${text}</text>`
