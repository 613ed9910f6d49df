import type { Messenger } from '../../../../bot/delivery/messenger.ts'
import type { Reply } from '../../../../bot/reply.ts'
import type { Chance } from './chance.ts'

/** A message as its reader sees it at the end: an empty stub, or what it was filled with. */
export type Posted = { readonly letter: string; readonly person: string; filled: Reply | undefined }

export type Platform = Readonly<{
  messenger: Messenger
  messages: ReadonlyMap<string, Posted>
  filled: (letter: string) => readonly Posted[]
  calm: () => void
}>

/** A chat platform on which everything that can go wrong does, until it is `calm`. */
export function createPlatform(chance: Chance): Platform {
  const messages = new Map<string, Posted>()
  const ofLetter = new Map<string, Posted[]>()
  let rough = true
  const goesWrong = (share: number): boolean => rough && chance.happens(share)
  const post = (letter: string, person: string): string => {
    const id = `m${messages.size + 1}`
    const posted = { letter, person, filled: undefined }
    messages.set(id, posted)
    ofLetter.set(letter, [...(ofLetter.get(letter) ?? []), posted])
    return id
  }
  const messenger: Messenger = {
    name: 'test',
    say({ address, letter }) {
      const person = String(address['to'])
      if (goesWrong(0.05)) return Promise.resolve({ kind: 'later', seconds: chance.next() * 5_000, reason: 'HTTP 429' })
      if (goesWrong(0.005)) return Promise.resolve({ kind: 'failed', reason: 'user_not_found' })
      if (goesWrong(0.01)) return Promise.resolve({ kind: 'uncertain', reason: 'no answer' })
      const message = post(letter, person)
      if (goesWrong(0.005)) return Promise.resolve({ kind: 'uncertain', reason: 'the answer was lost' })
      if (goesWrong(0.005)) return Promise.reject(new Error('something nobody thought of'))
      return Promise.resolve({ kind: 'sent', message })
    },
    fill(_place, message, reply) {
      if (goesWrong(0.05)) return Promise.resolve({ kind: 'later', seconds: chance.next() * 5_000, reason: 'HTTP 503' })
      const posted = messages.get(message)
      if (posted === undefined) return Promise.resolve({ kind: 'failed', reason: 'message_not_found' })
      posted.filled = reply
      if (goesWrong(0.02)) return Promise.resolve({ kind: 'later', seconds: 2, reason: 'the answer was lost' })
      if (goesWrong(0.005)) return Promise.reject(new Error('something nobody thought of'))
      return Promise.resolve({ kind: 'sent', message })
    },
  }
  return {
    messenger,
    messages,
    filled: (letter) => (ofLetter.get(letter) ?? []).filter(({ filled }) => filled !== undefined),
    calm() {
      rough = false
    },
  }
}
