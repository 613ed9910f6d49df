import type { Member } from '../../../bot/firms/firm.ts'
import type { CodeWanted } from '../../../bot/ports.ts'

/** Time enough to send it to whoever is to enter it. */
export const FIRST_CODE_MINUTES = 60

type There = Readonly<{ workspaces: readonly string[]; members: readonly Member[]; at: Date }>

/**
 * The code that an operator hands to whoever is to lead a firm. Entered in the firm's own chat it makes a manager. No chat leads
 * to a firm that was imported: there it brings the chat along, and whoever enters it is the manager from before.
 */
export function firstCode(firm: string, { workspaces, members, at }: There): CodeWanted {
  const common = { firm, at, minutes: FIRST_CODE_MINUTES }
  if (workspaces.length > 0) return { ...common, purpose: 'manager' }
  const here = members.filter(({ left, is }) => !left && is === undefined)
  const leads = here.find(({ roles }) => roles.includes('manager')) ?? here[0]
  if (leads === undefined) throw new Error(`Nobody is left in the firm ${firm} for whom a code could be made`)
  return { ...common, purpose: 'workspace', member: leads.id }
}
