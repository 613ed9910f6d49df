import type { Digest } from '../../digest/digest.ts'
import { decisionFacts, factsOf } from '../../digest/facts.ts'
import { titleOf } from '../../digest/reply.ts'
import { unsentDigest } from '../../digest/unsent.ts'
import { digestWordsIn } from '../../words/digest.ts'
import { paperWordsIn } from '../../words/paper/words.ts'
import type { FirmFile } from './open-file.ts'
import type { Section } from './paper.ts'
import { toDecide } from './president.ts'

/** The weekly digest as it would go out now, with what it recommends to decide. */
export function weekPage(file: FirmFile): readonly Section[] {
  const digest = unsentDigest('week', file)
  const { lang } = file
  const { decision } = digest
  if (decision === undefined) return numbersOf(digest, file)
  const heading = digestWordsIn(lang).decision
  return [...numbersOf(digest, file), { kind: 'facts', heading, facts: decisionFacts(decision, lang) }]
}

/** For whoever uses no chat: the month, what comes next with hours and yen, and a line to sign. */
export function monthPage(file: FirmFile): readonly Section[] {
  const digest = unsentDigest('month', file)
  const words = paperWordsIn(file.lang)
  const about: Section = { kind: 'text', heading: titleOf(digest, file.lang), text: words.monthIntro }
  return [about, ...numbersOf(digest, file), toDecide(file), { kind: 'signature', lines: words.monthSignature }]
}

/** The same lines as in chat: the two numbers with their bars, then the rest. */
function numbersOf(digest: Digest, { lang }: FirmFile): readonly Section[] {
  const [assessed, inPlace, ...others] = factsOf(digest, lang)
  const lines = [assessed, inPlace].flatMap((fact) =>
    fact === undefined ? [] : [paperWordsIn(lang).labelled(fact.label, fact.value)],
  )
  return [
    { kind: 'numbers', lines, progress: digest.now },
    { kind: 'facts', heading: '', facts: others },
  ]
}
