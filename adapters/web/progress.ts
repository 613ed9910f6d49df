import type { HtmlEscapedString } from 'hono/utils/html'
import type { Progress } from '../../bot/reply.ts'
import { markup } from './markup.ts'

/** The two numbers, each with a bar; what stands beside them below. `lines` are in the order of `progressLines`. */
export function renderMeters({ applicable, assessed, inPlace }: Progress, lines: readonly string[]): HtmlEscapedString {
  const [assessedLine = '', inPlaceLine = '', ...beside] = lines
  return markup`<div class="meters">${[
    renderMeter('assessed', assessedLine, share(assessed, applicable)),
    renderMeter('in-place', inPlaceLine, share(inPlace, applicable)),
  ]}${beside.map((line) => markup`<p class="beside">${line}</p>`)}</div>`
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** An SVG, because the page's policy allows no style in the markup; the numbers stand beside it, so readers pass over it. */
const renderMeter = (name: string, line: string, part: number): HtmlEscapedString =>
  markup`<div class="meter ${name}"><p>${line}</p><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4" rx="2"></rect><rect class="part" width="${Math.round(part * 1000) / 10}" height="4" rx="2"></rect></svg></div>`
