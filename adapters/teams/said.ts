import type { TeamsActivity } from './payload.ts'

/** What people typed: without the mention of the bot, other people by name, and without Teams' markup around it. */
export function readText({ text = '', entities, recipient }: TeamsActivity): string {
  const mentions = entities.flatMap(({ text: mark, mentioned }) =>
    mark === undefined || mark === '' || mentioned === undefined ? [] : [{ mark, mentioned }],
  )
  const named = mentions.reduce(
    (left, { mark, mentioned }) => left.replaceAll(mark, mentioned.id === recipient.id ? ' ' : (mentioned.name ?? ' ')),
    text,
  )
  return withoutMarkup(named)
}

export const isMentioned = ({ entities, recipient }: TeamsActivity): boolean =>
  entities.some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id)

const withoutMarkup = (text: string): string =>
  text
    .replaceAll(/<at[^<>]*>[^<]*<\/at>/gu, ' ')
    .replaceAll(/<[^<>]+>/gu, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()
