import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { boundedLog } from '../../start/bounded-log.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('writes twenty lines a minute, counts the rest in one, and begins anew', () => {
  const lines: string[] = []
  const write = (_: object, message: string) => void lines.push(message)
  const log = boundedLog({ debug: write, warn: write, error: write })
  for (let n = 0; n < 500; n += 1) log[n % 2 === 0 ? 'warn' : 'error']({}, 'refused')
  expect(lines).toEqual(Array(20).fill('refused'))
  vi.advanceTimersByTime(60_000)
  expect(lines.slice(20)).toEqual(['left out 480 more lines of the same minute'])
  log.warn({}, 'refused')
  expect(lines.slice(21)).toEqual(['refused'])
  vi.advanceTimersByTime(120_000)
  expect(lines).toHaveLength(22)
})
