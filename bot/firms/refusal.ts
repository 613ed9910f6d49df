import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { firmWordsIn } from '../words/firms.ts'
import type { Member, Role } from './firm.ts'
import { whoMay, type Deed } from './permissions.ts'

/** Says who can do it, by name where somebody has the role, and how to get it where nobody has. */
export async function refuse(deed: Deed, { room, member, lang }: Visit): Promise<Reply> {
  const words = firmWordsIn(lang)
  if (member.left) return told(lang, [{ kind: 'notice', text: words.youHaveLeft }])
  const roles = whoMay(deed).filter((holder): holder is Role => holder !== 'operator')
  const people = namesOf(await room.members(), roles)
  const notice: Block = { kind: 'notice', text: words.refusal(roles, people) }
  return told(lang, people.length === 0 && member.roles.includes('staff') ? [notice, codeButton(lang)] : [notice])
}

const told = (lang: Reply['lang'], blocks: readonly Block[]): Reply => ({
  outcome: 'command',
  lang,
  blocks,
  confidence: 1,
})

const codeButton = (lang: Reply['lang']): Block => ({
  kind: 'buttons',
  prompt: '',
  buttons: [{ label: firmWordsIn(lang).enterCode, action: { kind: 'enter_code' }, tone: 'plain' }],
})

const namesOf = (members: readonly Member[], roles: readonly Role[]): readonly string[] =>
  members
    .filter((one) => !one.left && one.name !== '' && one.roles.some((role) => roles.includes(role)))
    .map(({ name }) => name)
