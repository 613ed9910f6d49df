import type { Digest } from '../../digest/digest.ts'
import { decisionFacts, factsOf } from '../../digest/facts.ts'
import { titleOf } from '../../digest/reply.ts'
import { unsentMonth, unsentWeek } from '../../digest/unsent.ts'
import { paperWordsIn } from '../../words/paper/words.ts'
import type { FirmFile } from './open-file.ts'
import type { Section } from './paper.ts'
import { nextItems } from './president.ts'

/** The weekly digest as it would go out now, with what it recommends to decide. */
export function weekPage(file: FirmFile): readonly Section[] {
  const digest = unsentWeek(file)
  const { lang } = file
  const { decision } = digest
  if (decision === undefined) return numbersOf(digest, file)
  return [...numbersOf(digest, file), { kind: 'facts', facts: decisionFacts(decision, lang) }]
}

/** For whoever uses no chat: the month, what comes next with hours and yen, and a line to sign. */
export function monthPage(file: FirmFile): readonly Section[] {
  const digest = unsentMonth(file)
  const words = paperWordsIn(file.lang)
  const about: Section = { kind: 'text', heading: titleOf(digest, file.lang), text: words.monthIntro }
  return [about, ...numbersOf(digest, file), comesNext(file), { kind: 'signature', lines: words.monthSignature }]
}

/** Shorter than on the page that asks the president to decide, so that all of it stays on one page. */
function comesNext({ state, lang }: FirmFile): Section {
  const words = paperWordsIn(lang)
  const { what, hours, yen } = words.columns
  const rows = nextItems(state).map(({ item: { title, steps, effort, cost } }) => ({
    cells: [`${title[lang]}\n→ ${steps[0]?.[lang] ?? ''}`, words.hours[effort], words.yen[cost]],
  }))
  if (rows.length === 0) return { kind: 'text', heading: words.toDecide, text: words.nothingLeft }
  return { kind: 'table', heading: words.toDecide, columns: [what, hours, yen], rows }
}

/** The same lines as in chat: the two numbers with their bars, then the rest. */
function numbersOf(digest: Digest, { lang }: FirmFile): readonly Section[] {
  const [assessed, inPlace, ...others] = factsOf(digest, lang)
  const lines = [assessed, inPlace].flatMap((fact) =>
    fact === undefined ? [] : [paperWordsIn(lang).labelled(fact.label, fact.value)],
  )
  return [
    { kind: 'numbers', lines, progress: digest.now },
    { kind: 'facts', facts: others },
  ]
}
