import type { Block, Button, Choice, Field, Form, Reply } from '../../bot/reply.ts'
import { deskWordsIn } from '../../bot/words/desk.ts'
import type { Lang } from '../../corpus/schema.ts'
import { writeData } from './card-data.ts'

/** An Adaptive Card 1.5 as JSON: adaptivecards.io/schemas/adaptive-card.json. */
export type Card = Readonly<Record<string, unknown>>

export type CardNeeds = Readonly<{ nonce: string; pageAt: (path: string) => string }>
type Around = CardNeeds & Readonly<{ lang: Lang; shows: string | undefined; number: () => number }>

/** Whether a reply has something to press or fill in, and so becomes a card as a whole. */
export const wantsCard = (reply: Reply): boolean => reply.shows !== undefined || reply.blocks.some(isCardOnly)

const CARD_ONLY: ReadonlySet<Block['kind']> = new Set<Block['kind']>([
  'buttons',
  'form',
  'facts',
  'progress',
  'choices',
])
const isCardOnly = ({ kind }: Block): boolean => CARD_ONLY.has(kind)

/** A reply as one card; citations and related links stay with the message around it. */
export function renderCard(reply: Reply, needs: CardNeeds): Card {
  let count = 0
  const number = () => count++
  const around = { ...needs, lang: reply.lang, shows: reply.shows, number }
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: reply.blocks.flatMap((block) => renderBlock(block, around)),
  }
}

function renderBlock(block: Block, around: Around): readonly Card[] {
  switch (block.kind) {
    case 'text':
    case 'notice':
    case 'written_by_model':
      return [textBlock(block.text)]
    case 'heading':
      return [{ ...textBlock(block.text), size: 'Medium', weight: 'Bolder', style: 'heading' }]
    case 'list':
      return [
        ...(block.heading === '' ? [] : [{ ...textBlock(block.heading), weight: 'Bolder' }]),
        ...block.items.map((item, index) => textBlock(`${block.ordered ? `${index + 1}.` : '•'} ${item}`)),
      ]
    case 'facts':
      return [
        {
          type: 'FactSet',
          facts: block.facts.map(({ label, value }) => ({ title: plain(label), value: plain(value) })),
        },
      ]
    case 'progress':
      return deskWordsIn(around.lang).progressLines(block.progress).map(textBlock)
    case 'buttons':
      return [...prompt(block.prompt), ...actions(block.buttons, around)]
    case 'choices':
      return [...prompt(block.prompt), ...actions(block.choices.map(asChoice), around)]
    case 'suggestions':
      return [...prompt(block.prompt), ...actions(block.questions.map(asQuestion), around)]
    case 'form':
      return renderForm(block.form, around)
    case 'link':
      return [
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.OpenUrl', title: block.label, url: around.pageAt(block.path) }],
        },
      ]
    case 'citations':
    case 'related':
      return []
  }
}

/** Cards read a little Markdown; with these signs escaped, nothing anybody wrote becomes a link. */
const plain = (text: string): string => text.replaceAll(/[\\*_[\]()]/gu, (sign) => `\\${sign}`)
const textBlock = (text: string): Card => ({ type: 'TextBlock', text: plain(text), wrap: true })
const prompt = (text: string): readonly Card[] => (text === '' ? [] : [textBlock(text)])

type Pressable = Readonly<{ label: string; tone: Button['tone'] }> &
  (Readonly<{ action: Button['action'] }> | Readonly<{ entry: string }> | Readonly<{ question: string }>)

const asChoice = ({ label, id }: Choice): Pressable => ({ label, entry: id, tone: 'plain' })
const asQuestion = (question: string): Pressable => ({ label: question, question, tone: 'plain' })

/** Teams shows six actions in a row and hides the rest, so long rows are broken. */
const IN_A_ROW = 6

function actions(buttons: readonly Pressable[], around: Around): readonly Card[] {
  const rendered = buttons.map((button) => execute(button, around))
  return Array.from({ length: Math.ceil(rendered.length / IN_A_ROW) }, (_, row) => ({
    type: 'ActionSet',
    actions: rendered.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  }))
}

const STYLES = { main: 'positive', plain: 'default', danger: 'destructive' } as const

const execute = (button: Pressable, { nonce, shows, number }: Around): Card => ({
  type: 'Action.Execute',
  title: button.label,
  verb: 'press',
  style: STYLES[button.tone],
  data: writeData(button, { nonce, button: number(), shows }),
})

function renderForm({ title, intro, fields, submit }: Form, around: Around): readonly Card[] {
  return [
    { ...textBlock(title), size: 'Medium', weight: 'Bolder', style: 'heading' },
    ...prompt(intro),
    ...fields.flatMap(renderField),
    ...actions([submit], around),
  ]
}

function renderField(field: Field): readonly Card[] {
  const problem = field.problem === undefined ? [] : [{ ...textBlock(field.problem), color: 'Attention' }]
  const hint = field.hint === undefined ? [] : [{ ...textBlock(field.hint), isSubtle: true, size: 'Small' }]
  return [input(field), ...hint, ...problem]
}

function input(field: Field): Card {
  const { id, label, value } = field
  const common = {
    id,
    label,
    isRequired: !field.optional,
    errorMessage: label,
    ...(value === undefined ? {} : { value }),
  }
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return { type: 'Input.Text', ...common, maxLength: field.longest, isMultiline: field.kind === 'long_text' }
    case 'link':
      return { type: 'Input.Text', ...common, style: 'Url' }
    case 'date':
      return { type: 'Input.Date', ...common }
    case 'choice':
      return { type: 'Input.ChoiceSet', ...common, choices: choicesOf(field.options) }
    case 'choices': {
      const chosen = value === undefined ? {} : { value: value.replaceAll('\n', ',') }
      return {
        type: 'Input.ChoiceSet',
        ...common,
        id: `*${id}`,
        isMultiSelect: true,
        choices: choicesOf(field.options),
        ...chosen,
      }
    }
  }
}

const choicesOf = (options: readonly Readonly<{ value: string; label: string }>[]) =>
  options.map(({ value, label }) => ({ title: label, value }))
