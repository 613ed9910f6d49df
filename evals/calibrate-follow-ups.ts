import { readFacet } from '../bot/answering/facet.ts'
import { SIGNS, type Candidate, type Signs } from '../bot/answering/follow-up/candidates.ts'
import { readFollowUp } from '../bot/answering/follow-up/follow-up.ts'
import { weighedFor } from '../bot/answering/follow-up/weighed.ts'
import { withoutLevelWords } from '../bot/answering/level-asked.ts'
import type { Bot } from '../bot/bot.ts'
import type { Knowledge, Retriever, Turn } from '../bot/ports.ts'
import { isInScope, type Case, type InScope } from './cases.ts'

/** Keeps weights small where few cases would otherwise let them grow without bound (ridge penalty per case). */
const PENALTY = 0.005
const STEPS = 4_000
const RATE = 0.5

/** How much a question of its own counts in an old conversation beside a follow-up: people mostly begin a new one for it. */
const STRANGERS = 0.1

/** A message in its conversation: what speaks for each entry, and whether it is a right one. */
type Choice = readonly Readonly<{ signs: Signs; isRight: boolean }>[]

export type FollowUpWeights = Readonly<{ weights: Signs; choices: number; right: Readonly<Record<string, number>> }>

type Asked = Readonly<{ answer: Bot; retriever: Retriever; knowledge: Knowledge }>

/**
 * Fits the weights of follow-ups to conversations with an odd number; those with an even one check them. Questions without a
 * conversation are each asked after another one, so that a new question in an old conversation still gets its own answer.
 */
export async function calibrateFollowUps(asked: Asked, cases: readonly Case[]): Promise<FollowUpWeights> {
  const conversations = [
    ...Map.groupBy(
      cases.filter(({ thread }) => thread !== undefined),
      ({ thread }) => thread ?? '',
    ),
  ]
  const fitted = conversations.filter(([thread]) => isOdd(thread)).map(([, turns]) => turns)
  const checked = conversations.filter(([thread]) => !isOdd(thread)).map(([, turns]) => turns)
  const strangers = pairsOf(cases.filter((one) => one.thread === undefined && isInScope(one) && one.kind !== 'id'))
  const onFitted = await choicesIn(fitted, asked)
  const onStrangers = await choicesIn(strangers, asked)
  const weights = fit([
    { choices: onFitted, counts: 1 },
    { choices: onStrangers, counts: STRANGERS },
  ])
  return {
    weights,
    choices: onFitted.length + onStrangers.length,
    right: {
      fitted: rightBy(weights, onFitted),
      checked: rightBy(weights, await choicesIn(checked, asked)),
      'after another question': rightBy(weights, onStrangers),
    },
  }
}

const isOdd = (thread: string): boolean => Number(/\d+$/u.exec(thread)?.[0] ?? 0) % 2 === 1

/** Each case behind the one half the list away, which is about something else. */
const pairsOf = (cases: readonly Case[]): readonly (readonly Case[])[] =>
  cases.flatMap((one, at) => {
    const before = cases[(at + Math.floor(cases.length / 2)) % cases.length]
    return before === undefined ? [] : [[before, one]]
  })

/** What search has to tell, of everything said in these conversations after the first message. */
async function choicesIn(conversations: readonly (readonly Case[])[], asked: Asked): Promise<readonly Choice[]> {
  const choices: Choice[] = []
  for (const conversation of conversations) {
    const turns: Turn[] = []
    const thread = `fit:${conversation[0]?.id ?? ''}:${conversation.at(-1)?.id ?? ''}`
    for (const one of conversation) {
      const choice = await choiceAt(one, turns, asked)
      if (choice !== undefined) choices.push(choice)
      const event = { kind: 'message' as const, id: `${thread}:${one.id}`, thread, text: one.q }
      turns.push({ event, reply: await asked.answer(event) })
    }
  }
  return choices
}

async function choiceAt(one: Case, turns: readonly Turn[], asked: Asked): Promise<Choice | undefined> {
  const open = readFollowUp(one.q, turns)
  if (open.kind !== 'open' || !isInScope(one)) return undefined
  const question = withoutLevelWords(one.q)
  const findings = await asked.retriever.find({ question, topic: readFacet(question).topic })
  const candidates = await weighedFor(open, { text: one.q, findings }, { ...asked, lang: one.lang })
  return candidates.some(({ id }) => isRight(id, one)) ? choiceOf(candidates, one) : undefined
}

const isRight = (id: string, { gold, accept }: InScope): boolean => id === gold || accept.includes(id)

const choiceOf = (candidates: readonly Candidate[], one: InScope): Choice =>
  candidates.map(({ id, signs }) => ({ signs, isRight: isRight(id, one) }))

type Group = Readonly<{ choices: readonly Choice[]; counts: number }>

/** Conditional logit: gradient descent on minus the log of the share that right entries get of the softmax. */
function fit(groups: readonly Group[]): Signs {
  const all = groups.flatMap(({ choices }) => choices.flat())
  const scales = SIGNS.map((sign) => deviationOf(all.map(({ signs }) => signs[sign])))
  const rows = groups.flatMap(({ choices, counts }) => choices.map((choice) => rowOf(choice, { scales, counts })))
  const mass = sumOf(rows.map(({ counts }) => counts))
  const weights = SIGNS.map(() => 0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = SIGNS.map(() => 0)
    for (const row of rows) addSlope(slope, row, weights)
    for (const at of weights.keys()) {
      const weight = weights[at] ?? 0
      weights[at] = weight - RATE * ((slope[at] ?? 0) / mass + PENALTY * weight)
    }
  }
  const own = SIGNS.map((sign, at) => [sign, Math.round((100 * (weights[at] ?? 0)) / (scales[at] ?? 1)) / 100])
  // SIGNS names every sign, so the object built from it has them all.
  return Object.fromEntries(own) as Signs
}

type Row = Readonly<{ values: readonly (readonly number[])[]; isRight: readonly boolean[]; counts: number }>

const rowOf = (choice: Choice, { scales, counts }: Readonly<{ scales: readonly number[]; counts: number }>): Row => ({
  values: choice.map(({ signs }) => SIGNS.map((sign, at) => signs[sign] / (scales[at] ?? 1))),
  isRight: choice.map((one) => one.isRight),
  counts,
})

function addSlope(slope: number[], { values, isRight: right, counts }: Row, weights: readonly number[]): void {
  const logits = values.map((signs) => sumOf(signs.map((sign, at) => sign * (weights[at] ?? 0))))
  const highest = Math.max(...logits)
  const odds = logits.map((logit) => Math.exp(logit - highest))
  const [all, good] = [sumOf(odds), sumOf(odds.filter((_, at) => right[at]))]
  for (const [row, signs] of values.entries()) {
    const error = (odds[row] ?? 0) / all - (right[row] === true ? (odds[row] ?? 0) / good : 0)
    for (const [at, sign] of signs.entries()) slope[at] = (slope[at] ?? 0) + counts * error * sign
  }
}

function rightBy(weights: Signs, choices: readonly Choice[]): number {
  const weigh = (signs: Signs): number => sumOf(SIGNS.map((sign) => weights[sign] * signs[sign]))
  const right = choices.filter(
    (choice) => choice.toSorted((a, b) => weigh(b.signs) - weigh(a.signs))[0]?.isRight === true,
  )
  return Math.round((1000 * right.length) / Math.max(1, choices.length)) / 1000
}

function deviationOf(values: readonly number[]): number {
  const mean = sumOf(values) / Math.max(1, values.length)
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length)) || 1
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
