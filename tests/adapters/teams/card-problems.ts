import {
  AdaptiveCard,
  Choice,
  Column,
  Fact,
  GlobalRegistry,
  HostConfig,
  SerializationContext,
  Versions,
  type SerializableObject,
} from 'adaptivecards'
import { LIMITS } from '../../../adapters/teams/limits.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * What Microsoft's own reader of Adaptive Cards (npm `adaptivecards`, MIT) says against a card of version 1.5: elements and
 * actions it doesn't know, values it doesn't take, what has to be there and is missing; and, from the schema it reads by,
 * properties that no such element has.
 */
export function cardProblems(card: Json): readonly string[] {
  const { lang, ...content } = card
  const context = new SerializationContext(Versions.v1_5)
  const parsed = new AdaptiveCard()
  parsed.hostConfig = TEAMS
  parsed.parse(content, context)
  const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  const found = parsed.validateProperties().validationEvents.map(({ message }) => message)
  return [
    ...said,
    ...found,
    ...(LANGUAGE.test(String(lang)) ? [] : ['no language']),
    ...unknownProperties(card, 'AdaptiveCard'),
  ]
}

/** As many actions in a row as Teams shows. */
const TEAMS = new HostConfig({ actions: { maxActions: LIMITS.buttonsInARow } })

/** Looked at here: the reader's own expression for it forgets where it was and takes every other card. */
const LANGUAGE = /^[a-z]{2}$/u

/** What an element keeps its parts under, and what they are where they have no `type` of their own. */
const PARTS: Readonly<Record<string, string | undefined>> = {
  body: undefined,
  items: undefined,
  columns: 'Column',
  actions: undefined,
  selectAction: undefined,
  facts: 'Fact',
  choices: 'Choice',
}

/** What the reader takes although its schema doesn't list it. */
const BESIDE = new Set(['$schema', ...Object.keys(PARTS)])

function unknownProperties(part: Json, type: string): readonly string[] {
  const known = propertiesOf(type)
  return Object.entries(part).flatMap(([name, value]) => [
    ...(known.has(name) || BESIDE.has(name) ? [] : [`${type} has no ${name}`]),
    ...(name in PARTS
      ? [value].flat().flatMap((inner) => unknownProperties(inner as Json, typeOf(inner as Json, PARTS[name])))
      : []),
  ])
}

const typeOf = ({ type }: Json, otherwise: string | undefined): string =>
  typeof type === 'string' ? type : (otherwise ?? 'nothing')

function propertiesOf(type: string): ReadonlySet<string> {
  const schema = instanceOf(type)?.getSchema()
  const names = Array.from({ length: schema?.getCount() ?? 0 }, (_, at) => schema?.getItemAt(at))
  return new Set(
    names.flatMap((one) => (one === undefined || one.targetVersion.compareTo(Versions.v1_5) > 0 ? [] : [one.name])),
  )
}

/** Those that stand nowhere by themselves are in no registry. */
const WITHIN = { AdaptiveCard, Choice, Column, Fact } as const

function instanceOf(type: string): SerializableObject | undefined {
  const within = Object.entries(WITHIN).find(([name]) => name === type)?.[1]
  if (within !== undefined) return new within()
  return (
    GlobalRegistry.elements.createInstance(type, Versions.v1_5) ??
    GlobalRegistry.actions.createInstance(type, Versions.v1_5)
  )
}
