import type { Done } from '../../../../bot/checklist/log.ts'
import { plusDays } from '../../../../bot/digest/calendar/days.ts'
import { CHECKLIST } from './corpus.ts'
import type { Chance } from './chance.ts'
import { remember, timeIn, type Founded } from './found.ts'
import type { World } from './world.ts'

type Moment = Readonly<{ world: World; firm: Founded; now: Date; chance: Chance }>

let doings = 0

/** What people of a firm do in an hour or two: mostly nothing. */
export async function doSomething(moment: Moment): Promise<void> {
  const { chance, firm, world } = moment
  if (chance.happens(0.02)) await answer(moment)
  if (chance.happens(0.01)) for (const who of [1, 2, 3]) await remember(world, firm.n, who)
  if (!firm.calm && chance.happens(0.002)) await changeSettings(moment)
  if (!firm.calm && chance.happens(0.003)) await changeManager(moment)
}

async function answer({ world, firm, now, chance }: Moment): Promise<void> {
  doings += 1
  const done = [deed(firm.staff, now, chance)]
  await world.firms.room(firm.id).append({ event: `year:${doings}`, by: firm.staff, at: now, done })
}

function deed(staff: string, now: Date, chance: Chance): Done {
  const { body, revision } = CHECKLIST.items[Math.floor(chance.next() * CHECKLIST.items.length)] ?? listedFirst()
  const about = { item: body.id, revision }
  const today = now.toISOString().slice(0, 10)
  return chance.oneOf<Done>([
    { kind: 'answered', ...about, answer: { status: 'done' } },
    { kind: 'answered', ...about, answer: { status: 'partly', met: [] } },
    { kind: 'answered', ...about, answer: { status: 'not_yet' } },
    { kind: 'answered', ...about, answer: { status: 'dont_know' } },
    { kind: 'answered', ...about, answer: { status: 'not_applicable', reason: '工場がない' } },
    { kind: 'due_set', ...about, due: plusDays(today, Math.floor(chance.next() * 40)) },
    { kind: 'owner_set', ...about, owner: staff },
    { kind: 'noted', ...about, text: '相談した' },
  ])
}

function listedFirst() {
  const [first] = CHECKLIST.items
  if (first === undefined) throw new Error('the checklist is empty')
  return first
}

async function changeSettings({ world, firm, chance }: Moment): Promise<void> {
  const digest = { ...timeIn(chance), on: chance.happens(0.8) }
  await world.firms.room(firm.id).changeFirm((before) => ({ ...before, settings: { ...before.settings, digest } }))
}

/** Opts out or back, or leaves or comes back. */
async function changeManager({ world, firm, chance }: Moment): Promise<void> {
  const manager = firm.managers[Math.floor(chance.next() * firm.managers.length)] ?? firm.staff
  const leaves = chance.happens(0.5)
  await world.firms.room(firm.id).changeMember(manager, ({ digest, ...before }) => {
    if (leaves) return { ...before, ...(digest && { digest }), left: !before.left }
    return digest === 'off' ? before : { ...before, digest: 'off' }
  })
}
