import { inboxContract } from '../contracts/inbox.ts'
import { createFakeInbox } from './inbox.ts'

inboxContract('in memory, for tests', () => {
  let minutes = 0
  const inbox = createFakeInbox(() => minutes * 60_000)
  return Promise.resolve({
    inboxes: () => [inbox],
    afterCrash() {
      minutes += 2
      return Promise.resolve(inbox)
    },
    close: () => Promise.resolve(),
  })
})
