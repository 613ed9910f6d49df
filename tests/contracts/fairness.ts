import { expect, it } from 'vitest'
import { ASKED_LATELY, MOST_IN_HAND, MOST_WAITING } from '../../bot/delivery/crowd.ts'
import type { Mailroom, Work } from '../../bot/delivery/mailroom.ts'
import type { ChatEvent } from '../../bot/event.ts'
import { somebody } from './open-firms.ts'
import { arrivalOf, goesOut, type OpenMailroom } from './open-mailroom.ts'
import { message, messageIn } from './turns.ts'

/** Nobody who sends a lot keeps others waiting. */
export function itIsFair(opened: () => OpenMailroom): void {
  const each = (turn: number): Mailroom =>
    opened().mailrooms()[turn % opened().mailrooms().length] ?? opened().mailrooms()[0]
  const one = (): Mailroom => each(0)
  const ids = (work: readonly Work[]) => work.map(({ event }) => event.id)

  it('gives everybody a turn before anybody a second one, workspace by workspace', async () => {
    const [flooding, colleague, elsewhere] = [somebody('test:here'), somebody('test:here'), somebody()]
    const flood = Array.from({ length: 5 }, () => ({ ...message(), speaker: flooding }))
    const [theirs, other] = [
      { ...message(), speaker: colleague },
      { ...message(), speaker: elsewhere },
    ]
    for (const event of [...flood, theirs, other]) await one().accept(arrivalOf(event, 'turns'))
    expect(ids(await one().take('turns', 2)).toSorted()).toEqual([flood[0]?.id, other.id].toSorted())
    expect(ids(await each(1).take('turns', 1))).toEqual([theirs.id])
  })

  it('has no more than three pieces of one person out at a time, over all processes', async () => {
    const speaker = somebody()
    const flood = Array.from({ length: 5 }, () => ({ ...message(), speaker }))
    for (const event of flood) await one().accept(arrivalOf(event, 'out'))
    const out = [...(await one().take('out', 2)), ...(await each(1).take('out', 9))]
    expect(out).toHaveLength(MOST_IN_HAND)
    expect(await each(1).take('out', 9)).toEqual([])
    for (const { event } of out.slice(1)) await goesOut(one(), event)
    expect(await each(1).take('out', 9)).toHaveLength(2)
  })

  it('asks whoever floods it to wait once, turns away what follows without its words, and no press ever', async () => {
    const speaker = somebody()
    const said = () => ({ ...messageIn('test:flooded'), speaker })
    const press = (): ChatEvent => ({
      id: message().id,
      thread: 'test:pressed',
      speaker,
      kind: 'choice',
      entry: 'CPS.AC-1',
    })
    const [waiting, crowded, declined] = [Array.from({ length: MOST_WAITING.person }, said), said(), said()]
    const [pressed, other] = [press(), { ...message(), speaker: somebody() }]
    for (const event of [...waiting, crowded, declined, pressed, other])
      expect(await one().accept(arrivalOf(event, 'flooded'))).toBe(true)
    expect(await each(1).accept(arrivalOf(declined, 'flooded'))).toBe(false)
    const out = await one().take('flooded', 99)
    expect(out.filter((work) => work.crowded).map(({ event }) => event)).toEqual([crowded])
    expect(ids(out)).toEqual(expect.arrayContaining([waiting[0]?.id, pressed.id, other.id]))
    for (const { event } of out) await goesOut(one(), event)
    for (const event of waiting.slice(1)) {
      expect(ids(await each(1).take('flooded', 99))).toEqual([event.id])
      await goesOut(one(), event)
    }
    const next = said()
    await one().accept(arrivalOf(next, 'flooded'))
    expect(await each(1).take('flooded', 99)).toMatchObject([{ event: next, crowded: false }])
  })

  it('asks to wait again a while later', async () => {
    const speaker = somebody()
    const flood = Array.from({ length: MOST_WAITING.person + 1 }, () => ({ ...message(), speaker }))
    for (const event of flood) await one().accept(arrivalOf(event, 'again'))
    await opened().secondsLater(ASKED_LATELY + 1)
    const event = { ...message(), speaker }
    await one().accept(arrivalOf(event, 'again'))
    expect((await one().take('again', 99)).filter((work) => work.crowded)).toHaveLength(2)
  })
}
