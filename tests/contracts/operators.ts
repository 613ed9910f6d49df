import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operators } from '../../bot/ports.ts'

type OpenOperators = Readonly<{ operators: Operators; close(): Promise<void> }>

/** What keeps who runs the deployment, of whatever kind. */
export function operatorsContract(name: string, open: () => Promise<OpenOperators>): void {
  describe(`operators: ${name}`, () => {
    let opened: OpenOperators
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const somebody = (): string => `slack:T1:${randomUUID()}`
    const DAY = new Date('2027-02-02T03:00:00Z')

    it('knows whoever was added, and nobody else', async () => {
      const [one, other] = [somebody(), somebody()]
      expect(await opened.operators.add(one, DAY)).toBe(true)
      expect(await opened.operators.has(one)).toBe(true)
      expect(await opened.operators.has(other)).toBe(false)
    })

    it('adds a person once, however often, and remembers since when', async () => {
      const one = somebody()
      const later = new Date('2027-03-01T00:00:00Z')
      expect([await opened.operators.add(one, DAY), await opened.operators.add(one, later)]).toEqual([true, false])
      expect((await opened.operators.list()).filter(({ person }) => person === one)).toEqual([
        { person: one, since: DAY },
      ])
    })

    it('forgets whoever is removed, and says when there was nobody to remove', async () => {
      const one = somebody()
      await opened.operators.add(one, DAY)
      expect([await opened.operators.remove(one), await opened.operators.remove(one)]).toEqual([true, false])
      expect(await opened.operators.has(one)).toBe(false)
      expect((await opened.operators.list()).map(({ person }) => person)).not.toContain(one)
    })

    it('keeps ids apart that only odd characters tell apart', async () => {
      await opened.operators.add('web:\0', DAY)
      expect([await opened.operators.has('web:'), await opened.operators.has('web:\\u0000')]).toEqual([false, false])
    })

    it('lists who was added first, first', async () => {
      const [one, other] = [somebody(), somebody()]
      await opened.operators.add(one, new Date('2026-01-02T00:00:00Z'))
      await opened.operators.add(other, new Date('2026-01-01T00:00:00Z'))
      const listed = (await opened.operators.list()).map(({ person }) => person)
      expect(listed.indexOf(other)).toBeLessThan(listed.indexOf(one))
    })
  })
}
