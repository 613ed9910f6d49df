import { expect } from 'vitest'
import type { Sent } from '../teams/connector.ts'
import { shownOf } from '../teams/markdown-shown.ts'
import { buttonNamed, type Office } from '../teams/office.ts'
import { cardOn, type Json } from '../teams/seen.ts'
import { begin, compact, type Field, type Seen, type Way } from './seen.ts'

export function onTeams(office: Office, user: string): Way {
  let last: Sent | undefined
  const leadsTo = async (doing: () => Promise<unknown>): Promise<Seen> => {
    await expect.poll(() => office.open(), { timeout: 10_000 }).toBe(0)
    const before = office.connector.messages().length
    await doing()
    await expect.poll(() => office.connector.messages().length, { timeout: 10_000 }).toBeGreaterThan(before)
    last = office.connector.messages()[before]
    return seenOn(there().activity)
  }
  const there = (): Sent => {
    if (last === undefined) throw new Error('nothing was shown yet')
    return last
  }
  const press = (name: RegExp, values: Readonly<Record<string, string>>) =>
    leadsTo(() => office.press(there(), buttonNamed(there().activity, name), { user, values }))
  return {
    say: (text) => leadsTo(() => office.say(text, { user })),
    follow: (text) => leadsTo(() => office.say(text, { user })),
    press: (name) => press(name, {}),
    send: (values) => press(/./u, named(values, there().activity)),
  }
}

/** The inputs of a card have names of their own, in which the fields' stand. */
function named(values: Readonly<Record<string, string>>, message: Json): Readonly<Record<string, string>> {
  const ids = inputsIn(cardOn(message)).map(({ id }) => String(id))
  return Object.fromEntries(ids.map((id) => [id, values[id.replace(/^\w\d+:/u, '')] ?? '']))
}

const elementsOf = (card: Json | undefined): readonly Json[] => (card?.['body'] ?? []) as readonly Json[]
const inputsIn = (card: Json | undefined): readonly Json[] =>
  elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'))

const textOf = ({ text }: Json): string => (typeof text === 'string' ? text : '')

function seenOn(message: Json): Seen {
  const elements = elementsOf(cardOn(message))
  const suggested = suggestedOn(message)
  const lines = [
    ...textOf(message).split('\n\n'),
    ...elements.flatMap((element, at) => linesOf(element, elements[at - 1])),
  ].map((line) => shownOf(line).text)
  const isSource = (line: string): boolean => /^\[\d+\] /u.test(line)
  return {
    said: compact(lines.filter((line) => !isSource(line) && !suggested.includes(line.trim())).join('\n')),
    buttons: [...suggested, ...elements.flatMap((element) => labelsOf(element, 'Action.Execute'))].map(begin),
    fields: elements.flatMap((element, at) => fieldOf(element, elements[at + 1])),
    sources: lines.filter(isSource).map((line) => line.split(' ').slice(0, 2).join(' ')),
    links: elements.flatMap((element) => labelsOf(element, 'Action.OpenUrl')),
  }
}

/** Questions to press stand in the text, too, since Teams shows three of them and only under the last message. */
function suggestedOn(message: Json): readonly string[] {
  const { actions } = (message['suggestedActions'] ?? { actions: [] }) as Readonly<{ actions: readonly Json[] }>
  const [, rest = ''] = /.*\n\*\*[^\n]*\*\*(.*)$/su.exec(textOf(message)) ?? []
  const listed = [...rest.matchAll(/^- (.*)$/gmu)].map(([, line = '']) => shownOf(line).text.trim())
  return actions.length === 0 ? [] : [...new Set([...actions.map(({ value }) => String(value)), ...listed])]
}

function linesOf(element: Json, before: Json | undefined): readonly string[] {
  const { type, text, facts, items, selectAction } = element
  if (type === 'TextBlock') return isHelp(element, before) ? [] : String(text).split(/\r|\n\n/u)
  if (type === 'FactSet')
    return (facts as readonly Json[]).flatMap(({ title, value }) => [String(title), String(value)])
  if (type === 'Container' && selectAction === undefined)
    return (items as readonly Json[]).flatMap((one) => linesOf(one, undefined))
  return []
}

const isHelp = (element: Json, before: Json | undefined): boolean =>
  element['isSubtle'] === true && String(before?.['type']).startsWith('Input.')

function labelsOf({ type, actions, selectAction }: Json, kind: string): readonly string[] {
  const all =
    type === 'ActionSet' ? (actions as readonly Json[]) : selectAction === undefined ? [] : [selectAction as Json]
  return all.flatMap((action) => (action['type'] === kind ? [String(action['title'])] : []))
}

function fieldOf(element: Json, next: Json | undefined): readonly Field[] {
  if (!String(element['type']).startsWith('Input.')) return []
  const choices = (element['choices'] ?? []) as readonly Json[]
  const help = next !== undefined && isHelp(next, element) ? shownOf(String(next['text'])).text : ''
  return [
    { label: String(element['label']), help: compact(help), options: choices.map(({ title }) => begin(String(title))) },
  ]
}
