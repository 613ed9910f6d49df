import type { Button } from '../../bot/reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import { writeData } from './card-data.ts'
import type { Card } from './card-element.ts'
import { LIMITS } from './limits.ts'
import { inline, label } from './text.ts'

/** Something to press: an action of the core, an entry to choose, or a question to ask. */
export type Pressable = Readonly<{ label: string; tone: Button['tone'] }> &
  (Readonly<{ action: Button['action'] }> | Readonly<{ entry: string }> | Readonly<{ question: string }>)

/** `number` tells the buttons of a card apart. `longest`: of a label, in UTF-16 units. */
export type Pressing = Readonly<{
  nonce: string
  lang: Lang
  shows: string | undefined
  number: () => number
  longest: number
  /** What is filled in goes along, and has to be there. */
  sendsForm?: boolean
}>

/** In half-width characters: what surely stands on a button, and in a row of a narrow card. Teams cuts off what is wider. */
const WIDEST = { label: 34, row: 60 }
/** What a button is wider than its label. */
const EDGES = 5

/** Rows of buttons; of long labels each gets a line of its own, where it can be read to its end. */
export function renderButtons(buttons: readonly Pressable[], pressing: Pressing): readonly Card[] {
  if (buttons.some((button) => widthOf(button.label) > WIDEST.label))
    return buttons.map((button) => pressableLine(button, pressing))
  return rowsOf(buttons).map((row) => ({
    type: 'ActionSet',
    spacing: 'Small',
    actions: row.map((button) => execute(button, pressing)),
  }))
}

function rowsOf(buttons: readonly Pressable[]): readonly (readonly Pressable[])[] {
  const rows: Pressable[][] = []
  let left = 0
  for (const button of buttons) {
    const row = rows.at(-1)
    const width = widthOf(button.label) + EDGES
    if (row !== undefined && width <= left && row.length < LIMITS.buttonsInARow) row.push(button)
    else rows.push([button])
    left = (rows.at(-1)?.length === 1 ? WIDEST.row : left) - width
  }
  return rows
}

const pressableLine = (button: Pressable, pressing: Pressing): Card => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Small',
  selectAction: execute(button, pressing),
  items: [
    {
      type: 'TextBlock',
      text: inline(button.label, pressing.longest),
      wrap: true,
      ...(button.tone === 'plain' ? {} : { weight: 'Bolder' }),
    },
  ],
})

const STYLES = { main: 'positive', plain: 'default', danger: 'destructive' } as const

/** `associatedInputs`: Teams lets nobody press "back" beside a field that must be filled in, unless told that it needs no input. */
const execute = (button: Pressable, { nonce, lang, shows, number, longest, sendsForm = false }: Pressing): Card => ({
  type: 'Action.Execute',
  title: label(button.label, longest),
  verb: 'press',
  style: STYLES[button.tone],
  data: writeData(button, { nonce, button: number(), lang, shows }),
  associatedInputs: sendsForm ? 'auto' : 'none',
})

/** In half-width characters; from U+2E80 on, most scripts are of full width. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFFF]/g) ?? []).length
