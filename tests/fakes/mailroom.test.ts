import { mailroomContract } from '../contracts/mailroom.ts'
import { createFakeMailroom } from './mailroom.ts'

mailroomContract('in memory, for tests', () => {
  let seconds = 0
  const mailroom = createFakeMailroom(() => seconds * 1_000)
  const pass = (more: number) => {
    seconds += more
    return Promise.resolve()
  }
  return Promise.resolve({
    mailrooms: () => [mailroom],
    later: () => pass(7_200),
    secondsLater: pass,
    close: () => Promise.resolve(),
  })
})
