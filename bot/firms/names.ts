import type { Lang } from '../../corpus/schema.ts'
import { firmWordsIn } from '../words/firms.ts'
import type { Member } from './firm.ts'

/**
 * What to call a member today. Entries hold ids only, so a new name shows everywhere at once, who turned out to be somebody
 * else is called that, and a deleted person is a former member.
 */
export function nameOf(id: string, members: readonly Member[], lang: Lang): string {
  const member = members.find((one) => one.id === id)
  const itself = member?.is === undefined ? member : (members.find((one) => one.id === member.is) ?? member)
  return itself === undefined || itself.name === '' ? firmWordsIn(lang).formerMember : itself.name
}
