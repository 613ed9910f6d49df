import { readFacet } from '../bot/answering/facet.ts'
import { SIGNS, type Candidate, type Signs } from '../bot/answering/follow-up/candidates.ts'
import { readFollowUp } from '../bot/answering/follow-up/follow-up.ts'
import { weighedFor } from '../bot/answering/follow-up/weighed.ts'
import { withoutLevelWords } from '../bot/answering/level-asked.ts'
import type { Bot } from '../bot/bot.ts'
import type { Knowledge, Likeness, Retriever, Turn } from '../bot/ports.ts'
import { isInScope, type Case, type InScope } from './cases.ts'
import { choosesRight, fitWeights, type Choice } from './conditional-logit.ts'

/** How much a question of its own counts in an old conversation beside a follow-up: people mostly begin a new one for it. */
const STRANGERS = 0.1

/** Into so many parts the conversations are dealt; each is judged by weights fitted to the others. */
const FOLDS = 5

export type FollowUpWeights = Readonly<{ weights: Signs; choices: number; right: Readonly<Record<string, number>> }>

type Asked = Readonly<{ answer: Bot; retriever: Retriever; likeness: Likeness; knowledge: Knowledge }>

/** What was said in a conversation, and how the messages that search has to tell about lie in it. */
type Heard = Readonly<{ thread: string; lang: string; choice: Choice }>

/**
 * Fits the weights of follow-ups to all conversations. `right` is the share they choose rightly in conversations they were not
 * fitted to, by cross-validation. Questions without a conversation are each asked after another one, so that a new question in
 * an old conversation still gets its own answer.
 */
export async function calibrateFollowUps(asked: Asked, cases: readonly Case[]): Promise<FollowUpWeights> {
  const conversations = Map.groupBy(
    cases.filter(({ thread }) => thread !== undefined),
    ({ thread }) => thread ?? '',
  )
  const single = cases.filter((one) => one.thread === undefined && isInScope(one) && one.kind !== 'id')
  const heard = await heardIn([...conversations.values()], { asked, counts: 1 })
  const strangers = (await heardIn(pairsOf(single), { asked, counts: STRANGERS })).map(({ choice }) => choice)
  const weights = fitWeights([...heard.map(({ choice }) => choice), ...strangers])
  const unseen = judgedUnseen(heard, strangers)
  return {
    weights: named(weights),
    choices: heard.length + strangers.length,
    right: {
      unseen: shareOf(unseen.map(({ isRight }) => isRight)),
      ...Object.fromEntries(
        [...Map.groupBy(unseen, ({ lang }) => lang)].map(([lang, ones]) => [
          `unseen ${lang}`,
          shareOf(ones.map(({ isRight }) => isRight)),
        ]),
      ),
      fitted: shareOf(heard.map(({ choice }) => choosesRight(choice, weights))),
      'after another question': shareOf(strangers.map((choice) => choosesRight(choice, weights))),
    },
  }
}

/** Each case behind the one half the list away, which is about something else. */
const pairsOf = (cases: readonly Case[]): readonly (readonly Case[])[] =>
  cases.flatMap((one, at) => {
    const before = cases[(at + Math.floor(cases.length / 2)) % cases.length]
    return before === undefined ? [] : [[before, one]]
  })

/** What search has to tell, of everything said in these conversations after the first message. */
async function heardIn(
  conversations: readonly (readonly Case[])[],
  { asked, counts }: Readonly<{ asked: Asked; counts: number }>,
): Promise<readonly Heard[]> {
  const heard: Heard[] = []
  for (const conversation of conversations) {
    const turns: Turn[] = []
    const thread = `fit:${conversation[0]?.id ?? ''}:${conversation.at(-1)?.id ?? ''}`
    for (const one of conversation) {
      const among = await alternativesAt(one, turns, asked)
      if (among.some(({ isRight }) => isRight)) heard.push({ thread, lang: one.lang, choice: { among, counts } })
      const event = { kind: 'message' as const, id: `${thread}:${one.id}`, thread, text: one.q }
      turns.push({ event, reply: await asked.answer(event) })
    }
  }
  return heard
}

async function alternativesAt(one: Case, turns: readonly Turn[], asked: Asked): Promise<Choice['among']> {
  const open = readFollowUp(one.q, turns)
  if (open.kind !== 'open' || !isInScope(one)) return []
  const question = withoutLevelWords(one.q)
  const findings = await asked.retriever.find({ question, topic: readFacet(question).topic })
  const candidates = await weighedFor(open, { text: one.q, findings }, { ...asked, lang: one.lang })
  return candidates.map((candidate) => ({ values: valuesOf(candidate), isRight: isRight(candidate.id, one) }))
}

const valuesOf = ({ signs }: Candidate): readonly number[] => SIGNS.map((sign) => signs[sign])
const isRight = (id: string, { gold, accept }: InScope): boolean => id === gold || accept.includes(id)

/** Whole conversations are dealt out, as messages of one are about the same things. */
function judgedUnseen(
  heard: readonly Heard[],
  strangers: readonly Choice[],
): readonly Readonly<{ lang: string; isRight: boolean }>[] {
  const foldOf = new Map([...new Set(heard.map(({ thread }) => thread))].map((thread, at) => [thread, at % FOLDS]))
  const folds = [...Map.groupBy(heard, ({ thread }) => foldOf.get(thread)).entries()]
  return folds.flatMap(([fold, unseen]) => {
    const others = heard.filter(({ thread }) => foldOf.get(thread) !== fold).map(({ choice }) => choice)
    const weights = fitWeights([...others, ...strangers])
    return unseen.map(({ lang, choice }) => ({ lang, isRight: choosesRight(choice, weights) }))
  })
}

// SIGNS names every sign, so the object built from it has them all.
const named = (weights: readonly number[]): Signs =>
  Object.fromEntries(SIGNS.map((sign, at) => [sign, Math.round(100 * (weights[at] ?? 0)) / 100])) as Signs

const shareOf = (all: readonly boolean[]): number =>
  Math.round((1000 * all.filter(Boolean).length) / Math.max(1, all.length)) / 1000
