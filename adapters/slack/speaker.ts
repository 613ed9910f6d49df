import type { Speaker } from '../../bot/event.ts'
import type { SlackAddress } from './address.ts'

type Speaking = Readonly<{ user: string; name: string; home: string; team: string; place: Speaker['place'] }>

/** `home` is the speaker's own workspace, `team` the one the app acts in: whoever comes from another is a guest. */
export const speakerOf = ({ user, name, home, team, place }: Speaking): Speaker => ({
  workspace: `slack:${home}`,
  person: `slack:${home}:${user}`,
  name,
  standing: home === team ? 'member' : 'guest',
  place,
})

type Person = Readonly<{ id: string; name?: string | undefined; username?: string | undefined }>

export const nameOf = ({ id, name, username }: Person): string => name ?? username ?? id

/** Everywhere but in a channel, the speaker alone reads the answer. */
export const seenBy = (place: SlackAddress['place']): Speaker['place'] => (place === 'channel' ? 'public' : 'private')
