import type { Corpus, Filed } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, runningTexts } from './texts.ts'

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

const DATES = [
  // A year that is not part of a number, an edition (27001:2022) or a product's name.
  /(?<!(?:Server|Office|Excel|Word|Outlook) )(?<![\d:：.,/-])20[0-4]\d(?![\d:：]|[.,]\d)/u,
  new RegExp(
    String.raw`\b${MONTH} \d{1,2}\b|\b\d{1,2} ${MONTH}\b|\b(?:in|since|until|from|by|before|after) ${MONTH}\b`,
    'u',
  ),
  /(?:令和|平成)(?:\d|元)/u,
]

/** A page or contact that names a date says when that was last checked, and runs out only after that. */
export function datedFacts(corpus: Corpus): readonly Problem[] {
  return [...unchecked(corpus), ...[...corpus.pages, ...corpus.contacts].flatMap(runsOutTooSoon)]
}

function unchecked(corpus: Corpus): readonly Problem[] {
  const files = [...corpus.pages, ...corpus.contacts].filter(({ body }) => body.checked_on === undefined)
  const paths = new Set(files.map(({ path }) => path))
  return runningTexts(corpus)
    .filter(({ path, value }) => paths.has(path) && DATES.some((date) => date.test(value)))
    .map((text) => {
      const fix = 'add checked_on, and expires where it can go stale'
      return problemWith(text, { wrong: 'a dated fact in a file that does not say when it was checked', fix })
    })
}

type Dated = Readonly<{ checked_on?: string | undefined; expires?: string | undefined }>

function runsOutTooSoon({ path, body: { checked_on, expires } }: Filed<Dated>): readonly Problem[] {
  if (expires === undefined) return []
  const where = { path, at: 'expires', value: expires }
  if (checked_on === undefined) return [{ ...where, wrong: 'it runs out but was never checked', fix: 'add checked_on' }]
  if (expires > checked_on) return []
  return [
    { ...where, wrong: `it runs out before it was checked, on ${checked_on}`, fix: 'check it again, or mend the date' },
  ]
}
