import { randomUUID } from 'node:crypto'
import type { Speaker } from '../../bot/event.ts'
import type { CodePurpose } from '../../bot/firms/codes.ts'
import type { Visitor } from '../../bot/firms/firm.ts'
import type { Codes, Firms } from '../../bot/ports.ts'

export type OpenFirms = Readonly<{ firms: Firms; codes: Codes; close(): Promise<void> }>

export const NOON = new Date('2027-02-02T03:00:00Z')
export const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)

export const somebody = (workspace = `test:${randomUUID()}`, standing: Speaker['standing'] = 'member'): Speaker => ({
  workspace,
  person: `${workspace}:${randomUUID()}`,
  name: '花子',
  standing,
  place: 'private',
})

/** What people do in firms that are open. */
export function actsIn(open: () => OpenFirms) {
  const welcome = async (speaker: Speaker): Promise<Visitor> => {
    const visitor = await open().firms.welcome(speaker)
    if (visitor === undefined) throw new Error(`${speaker.person} was not welcomed`)
    return visitor
  }
  const issue = ({ firm, member }: Visitor, purpose: CodePurpose = 'manager') =>
    open().codes.issue({ purpose, firm: firm.id, member: member.id, at: NOON, minutes: 10 })
  const redeem = (code: string, speaker: Speaker, at = NOON) => open().codes.redeem({ code, speaker, at })
  const written = (visitor: Visitor, item: string) =>
    open()
      .firms.room(visitor.firm.id)
      .append({
        event: randomUUID(),
        by: visitor.member.id,
        at: NOON,
        done: [{ kind: 'answered', item, revision: '1-00000000', answer: { status: 'done' } }],
      })
  return { welcome, issue, redeem, written }
}
