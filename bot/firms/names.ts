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
  const name = itself?.name.replaceAll(TURNING, '') ?? ''
  return name === '' ? firmWordsIn(lang).formerMember : name
}

/** What would turn around the text that follows a name, so that it reads as something else (Unicode TR 36). */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu
