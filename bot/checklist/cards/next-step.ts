import type { Block } from '../../reply.ts'
import { nextStep } from '../next.ts'
import type { Sheet } from '../sheet.ts'
import { dayWords } from './dates.ts'
import { itemBlocks, openButton } from './item.ts'

/** The next best step in short, with its reason, and a button to open it. */
export function nextStepBlocks(sheet: Sheet): readonly Block[] {
  const { words, visit, state, today } = sheet
  const next = nextStep(state, today)
  if (next === undefined) return [{ kind: 'text', text: words.nothingNext }]
  const { step } = next
  return [
    { kind: 'heading', text: words.nextStep },
    { kind: 'text', text: `${step.item.question[visit.lang]}\n${reasonFor(next, sheet)}` },
    { kind: 'buttons', prompt: '', buttons: [openButton(step, words.open, 'main')] },
  ]
}

/** The next best step as a whole card, with its reason below the question. */
export function nextCard(sheet: Sheet): readonly Block[] {
  const next = nextStep(sheet.state, sheet.today)
  if (next === undefined) return [{ kind: 'text', text: sheet.words.nothingNext }]
  const [question, ...others] = itemBlocks(next.step, sheet)
  return [...(question === undefined ? [] : [question]), { kind: 'text', text: reasonFor(next, sheet) }, ...others]
}

function reasonFor({ because }: NonNullable<ReturnType<typeof nextStep>>, { words, visit }: Sheet): string {
  return because.kind === 'due'
    ? words.nextBecause({ ...because, due: dayWords(because.due, visit.lang) })
    : words.nextBecause(because)
}
