import type { Block, Form, Progress } from '../../bot/reply.ts'
import { deskWordsIn } from '../../bot/words/desk.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { renderButtons, type Pressable } from './card-buttons.ts'
import { headingBlock, textBlock, type Card } from './card-element.ts'
import { renderField } from './card-form.ts'
import type { Cut } from './fit.ts'
import { LIMITS } from './limits.ts'
import { listLines, relatedLines, sourceLine } from './lines.ts'
import { addressOf, inline, label } from './text.ts'

export type Around = Readonly<{
  lang: Lang
  cut: Cut
  nonce: string
  shows: string | undefined
  /** Counts what can be pressed or filled in. */
  number: () => number
  pageAt: (path: string) => string
}>

/** One block as elements of a card. */
export function renderBlock(block: Block, around: Around): readonly Card[] {
  const { lang, cut } = around
  switch (block.kind) {
    case 'text':
      return said(block.text, cut)
    case 'notice':
      return [{ type: 'Container', style: 'accent', items: [textBlock(block.text, cut.text)] }]
    case 'written_by_model':
      return [small(textBlock(`🤖 ${block.text}`, cut.text))]
    case 'heading':
      return [headingBlock(block.text, cut.text)]
    case 'list':
      return renderList(block.heading, listLines(block, cut.text), cut)
    case 'related':
      return renderList(wordsIn(lang).elsewhere, relatedLines(block.links, cut.text), cut)
    case 'citations':
      return block.citations.map((citation) => small(markdown(sourceLine(citation, lang, cut.text))))
    case 'facts':
      return block.facts.length === 0 ? [] : [renderFacts(block.facts, cut)]
    case 'progress':
      return renderProgress(block.progress, lang)
    case 'buttons':
    case 'choices':
    case 'suggestions':
      return [...said(block.prompt, cut), ...press(pressablesOf(block), around)]
    case 'form':
      return renderForm(block.form, around)
    case 'link':
      return renderLink(around.pageAt(block.path), label(block.label, cut.text))
  }
}

const said = (text: string, cut: Cut): readonly Card[] => (text.trim() === '' ? [] : [textBlock(text, cut.text)])
const markdown = (text: string): Card => ({ type: 'TextBlock', text, wrap: true })
const small = (block: Card): Card => ({ ...block, isSubtle: true, size: 'Small' })

function renderList(heading: string, lines: readonly string[], cut: Cut): readonly Card[] {
  const title = heading.trim() === '' ? [] : [{ ...markdown(inline(heading, cut.text)), weight: 'Bolder' }]
  return [...title, ...(lines.length === 0 ? [] : [{ ...markdown(lines.join('\r')), spacing: 'Small' }])]
}

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

const renderFacts = (facts: readonly Fact[], cut: Cut): Card => ({
  type: 'FactSet',
  facts: facts.map(({ label: title, value }) => ({ title: inline(title, cut.text), value: inline(value, cut.text) })),
})

/** The two numbers stand out. No bars: 1.5 has none, and columns in the place of one are pale in Teams and as high as a button. */
function renderProgress(progress: Progress, lang: Lang): readonly Card[] {
  const [assessed = '', inPlace = '', ...beside] = deskWordsIn(lang).progressLines(progress)
  return [
    ...[assessed, inPlace].map((line) => ({ ...textBlock(line, Infinity), weight: 'Bolder' })),
    ...beside.map((line) => small(textBlock(line, Infinity))),
  ]
}

function pressablesOf(block: Extract<Block, { kind: 'buttons' | 'choices' | 'suggestions' }>): readonly Pressable[] {
  switch (block.kind) {
    case 'buttons':
      return block.buttons
    case 'choices':
      return block.choices.map((choice) => ({ label: choice.label, entry: choice.id, tone: 'plain' }))
    case 'suggestions':
      return block.questions.map((question) => ({ label: question, question, tone: 'plain' }))
  }
}

const press = (pressables: readonly Pressable[], { cut, ...around }: Around): readonly Card[] =>
  renderButtons(pressables, { ...around, longest: cut.text })

function renderForm({ title, intro, fields, submit }: Form, around: Around): readonly Card[] {
  const { cut, ...pressing } = around
  return [
    headingBlock(title, cut.text),
    ...said(intro, cut),
    ...fields.flatMap((field) => renderField(field, around)),
    ...renderButtons([submit], { ...pressing, longest: cut.text, sendsForm: true }),
  ]
}

function renderLink(url: string, title: string): readonly Card[] {
  const address = addressOf(url, LIMITS.pageUrl)
  if (address === undefined) return [markdown(inline(title, Infinity))]
  return [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url: address }] }]
}
