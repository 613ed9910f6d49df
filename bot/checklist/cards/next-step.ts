import type { Block } from '../../reply.ts'
import { inOrder, nextStep } from '../next.ts'
import type { Sheet } from '../sheet.ts'
import { dayWords } from './dates.ts'
import { answerButtons, itemBlocks, openButton } from './item.ts'

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

/** How many of the items after the next step are shown below it. */
const MORE = 2

/** What comes after the next step: only the question, to be answered at one press or opened. */
export function afterNextBlocks(sheet: Sheet): readonly Block[] {
  const { words, visit, state, today } = sheet
  const items = inOrder(state, today).slice(1, 1 + MORE)
  if (items.length === 0) return []
  const rows = items.map((one): Block => {
    const { buttons } = answerButtons(one, sheet)
    return {
      kind: 'buttons',
      prompt: one.item.question[visit.lang],
      buttons: [...buttons, openButton(one, words.open)],
    }
  })
  return [{ kind: 'heading', text: words.afterNext }, ...rows]
}

function reasonFor({ because }: NonNullable<ReturnType<typeof nextStep>>, { words, visit }: Sheet): string {
  return because.kind === 'due'
    ? words.nextBecause({ ...because, due: dayWords(because.due, visit.lang) })
    : words.nextBecause(because)
}
