import type { DayRange } from '../../../../bot/digest/schedule.ts'
import type { DigestTime } from '../../../../bot/firms/firm.ts'
import type { Chance } from './chance.ts'
import { personOf, workspaceOf, type World } from './world.ts'

/** A firm of the year. `calm`: nobody changes its settings, so that what it gets can be told beforehand. */
export type Founded = Readonly<{ id: string; n: number; calm: boolean; managers: readonly string[]; staff: string }>

const ZONES = [
  'Asia/Tokyo',
  'America/New_York',
  'Europe/London',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Asia/Kolkata',
] as const

/** 決算, 棚卸 and お盆, of a year that begins in April. */
const SNOOZES: readonly [DayRange, ...DayRange[]] = [
  { from: '2026-05-11', to: '2026-05-22' },
  { from: '2026-08-08', to: '2026-08-16' },
  { from: '2026-09-28', to: '2026-10-02' },
  { from: '2027-01-25', to: '2027-02-19' },
]

export async function foundFirms(world: World, count: number, chance: Chance): Promise<readonly Founded[]> {
  const founded: Founded[] = []
  for (let n = 0; n < count; n += 1) founded.push(await foundFirm(world, n, chance))
  return founded
}

async function foundFirm(world: World, n: number, chance: Chance): Promise<Founded> {
  const { firm: id, member: first } = await enter(world, n, 1)
  const managers = [first]
  const room = world.firms.room(id)
  if (chance.happens(0.6)) {
    const { member } = await enter(world, n, 2)
    await room.changeMember(member, (before) => ({ ...before, roles: ['manager'], lang: 'en' }))
    managers.push(member)
  }
  const { member: staff } = await enter(world, n, 3)
  await room.changeMember(staff, (before) => ({
    ...before,
    roles: ['staff'],
    ...(n % 8 === 0 && { reminders: 'on' }),
  }))
  const timeZone = chance.oneOf(ZONES)
  const digest = timeIn(chance)
  await room.changeFirm((firm) => ({ ...firm, name: `会社${n}`, timeZone, settings: { ...firm.settings, digest } }))
  return { id, n, calm: n % 5 !== 0, managers, staff }
}

export function timeIn(chance: Chance): DigestTime {
  return {
    on: true,
    day: 1 + Math.floor(chance.next() * 7),
    time: chance.oneOf(['10:00', '08:30', '02:30', '17:45', '23:15']),
    monthly: chance.happens(0.8),
    quietWeek: chance.oneOf(['silent', 'line']),
    snoozes: SNOOZES.filter(() => chance.happens(0.4)),
    ...(chance.happens(0.3) && { quiet: { from: '21:00', to: '06:00' } }),
  }
}

/** Everybody is the owner of the workspace at first, so that whoever comes is a manager. */
async function enter(world: World, n: number, who: number): Promise<Readonly<{ firm: string; member: string }>> {
  const [workspace, person] = [workspaceOf(n), personOf(n, who)]
  const speaker = { workspace, person, name: `人${who}`, standing: 'owner', place: 'private' } as const
  const visitor = await world.firms.welcome(speaker)
  if (visitor === undefined) throw new Error(`${person} was not welcomed`)
  await remember(world, n, who)
  return { firm: visitor.firm.id, member: visitor.member.id }
}

export const remember = (world: World, n: number, who: number): Promise<void> => {
  const person = personOf(n, who)
  return world.addressBook.remember({ person, platform: 'test', workspace: workspaceOf(n), address: { to: person } })
}
