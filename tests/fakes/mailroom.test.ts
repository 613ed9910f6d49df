import { mailroomContract } from '../contracts/mailroom.ts'
import { createFakeMailroom } from './mailroom.ts'

mailroomContract('in memory, for tests', () => {
  let hours = 0
  const mailroom = createFakeMailroom(() => hours * 3_600_000)
  return Promise.resolve({
    mailrooms: () => [mailroom],
    later() {
      hours += 2
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  })
})
