import { createPlanner } from '../../../../bot/digest/planner.ts'
import { createSender } from '../../../../bot/digest/sender.ts'
import { createLetterWriter } from '../../../../bot/digest/write-letter.ts'
import type { Ledger, Planning, Sending } from '../../../../bot/digest/ledger.ts'
import { KNOWLEDGE } from './corpus.ts'
import { createChance, type Chance } from './chance.ts'
import { doSomething } from './doings.ts'
import { foundFirms, type Founded } from './found.ts'
import { createLife, mortal, type Fates, type Life } from './mortal.ts'
import { createPlatform, type Platform } from './platform.ts'
import type { World } from './world.ts'

/** `step` in minutes. */
export type Span = Readonly<{ seed: number; firms: number; from: Date; days: number; step: number }>

/** What is left to look at when the time is over. */
export type Lived = Readonly<{
  world: World
  platform: Platform
  firms: readonly Founded[]
  from: Date
  to: Date
  deaths: number
}>

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** How likely a process is to die before and after everything it does to the outside. */
const RISK = 0.004
/** Days at the end on which nothing goes wrong, so that what is under way ends. */
const CALM_DAYS = 3

/** Two processes plan and send for a while, and everything that can go wrong does. */
export async function live(world: World, span: Span): Promise<Lived> {
  const chance = createChance(span.seed)
  const platform = createPlatform(chance)
  const firms = await foundFirms(world, span.firms, chance)
  const outages = outagesIn(span, chance)
  const from = span.from.getTime()
  const to = from + span.days * DAY
  const counted = { deaths: 0 }
  const moving = { now: from }
  const processes = world.ledgers.map((ledger) =>
    createProcess({ world, ledger, platform, chance, clock: () => new Date(moving.now), counted }),
  )
  for (; moving.now < to; moving.now += span.step * MINUTE) {
    const calm = moving.now > to - CALM_DAYS * DAY
    if (calm) platform.calm()
    else for (const firm of firms) await doSomething({ world, firm, now: new Date(moving.now), chance })
    await world.leasesRunOut()
    const up = processes.filter((_, n) => calm || !outages.some((outage) => isDown(outage, n, moving.now)))
    await Promise.all(up.map((one) => one.turn(calm ? 0 : RISK)))
  }
  return { world, platform, firms, from: span.from, to: new Date(to), deaths: counted.deaths }
}

/** `process` undefined: both. */
type Outage = Readonly<{ process: number | undefined; from: number; to: number }>

/** One of four weeks in a year, some of days, and many of an hour or two. */
function outagesIn({ from, days }: Span, chance: Chance): readonly Outage[] {
  const somewhere = (length: number, process: number | undefined): Outage => {
    const start = from.getTime() + chance.next() * Math.max(0, days - length - CALM_DAYS) * DAY
    return { process, from: start, to: start + length * DAY }
  }
  const both = [...(days > 300 ? [28] : []), ...Array.from({ length: days / 60 }, () => 3 * chance.next())]
  const short = Array.from({ length: days / 4 }, () => 0.1 * chance.next())
  return [...both, ...short]
    .map((length) => somewhere(length, undefined))
    .concat(Array.from({ length: days / 10 }, () => somewhere(chance.next(), chance.happens(0.5) ? 0 : 1)))
}

const isDown = ({ process, from, to }: Outage, n: number, now: number): boolean =>
  (process === undefined || process === n) && now >= from && now < to

type Parts = Readonly<{
  world: World
  ledger: Ledger
  platform: Platform
  chance: Chance
  clock: () => Date
  counted: { deaths: number }
}>

/** When it dies it is started again, and remembers nothing. */
function createProcess(parts: Parts) {
  const { ledger, chance, counted } = parts
  const current = { risk: 0 }
  const fates = { chance, risk: () => current.risk }
  const send = createAttempts(parts, fates)
  const begin = () => {
    const life = createLife()
    return { life, plan: plannerOf(parts, mortalPlanning(ledger.planning, life, fates)) }
  }
  let self = begin()
  return {
    async turn(risk: number): Promise<void> {
      current.risk = risk
      const ids = await Promise.race([self.plan(), self.life.over])
      if (self.life.isOver()) {
        counted.deaths += 1
        self = begin()
      }
      for (const id of chance.shuffled(ids ?? [])) await send(id)
    },
  }
}

const plannerOf = ({ world, clock }: Parts, planning: Planning) =>
  createPlanner({ planning, members: (firm) => world.firms.room(firm).members(), clock, report: () => 'reference' })

/** One attempt after the other, each with a life of its own to lose. */
function createAttempts({ world, ledger, platform: { messenger }, clock, counted }: Parts, fates: Fates) {
  const current = { life: createLife() }
  const asLong = <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) => {
    return (...args: A): Promise<R> => mortal(act, current.life, fates)(...args)
  }
  const sending = mortalSending(ledger.sending, asLong)
  const send = createSender({
    sending,
    write: createLetterWriter({
      firms: world.firms,
      knowledge: KNOWLEDGE,
      told: asLong((taken) => ledger.archive.told(taken)),
      keep: (taken, data) => sending.keep(taken, data),
      asked: asLong(() => Promise.resolve({ questions: 0, people: 0 })),
    }),
    messengers: [
      {
        name: messenger.name,
        say: asLong((place, reply) => messenger.say(place, reply)),
        fill: asLong((place, message, reply) => messenger.fill(place, message, reply)),
      },
    ],
    addressBook: { broken: asLong((person, because) => world.addressBook.broken(person, because)) },
    clock,
    report: () => 'reference',
    count: () => undefined,
  })
  return async (id: string): Promise<void> => {
    const life = createLife()
    current.life = life
    await Promise.race([send(id), life.over])
    if (life.isOver()) counted.deaths += 1
  }
}

const mortalPlanning = (planning: Planning, life: Life, fates: Fates): Planning => ({
  ...planning,
  plan: mortal((plan) => planning.plan(plan), life, fates),
})

type Mortal = <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) => (...args: A) => Promise<R>

const mortalSending = (sending: Sending, asLong: Mortal): Sending => ({
  take: asLong((id, now) => sending.take(id, now)),
  keep: asLong((taken, data) => sending.keep(taken, data)),
  posting: asLong((taken, way) => sending.posting(taken, way)),
  posted: asLong((taken, message) => sending.posted(taken, message)),
  settle: asLong((taken, settled, now) => sending.settle(taken, settled, now)),
})
