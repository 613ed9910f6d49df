import type { Visit } from '../visit.ts'
import type { Member } from './firm.ts'

/** A firm that has a manager keeps one. */
export async function isLastManager({ id }: Member, { room }: Visit): Promise<boolean> {
  const managers = (await room.members()).filter(({ left, roles }) => !left && roles.includes('manager'))
  return managers.length === 1 && managers[0]?.id === id
}
