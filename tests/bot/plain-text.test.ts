import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainMessage, plainText } from '../../bot/plain-text.ts'

it.each([
  ['ＣＨＥＣＫＬＩＳＴ！！', 'checklist'],
  ['What’s next？ ', "what's next"],
  ['  次は。', '次は'],
  ['3.5 hours a day', '3.5 hours a day'],
  ['!?', ''],
])('reads %j as %j', (typed, read) => {
  expect(plainMessage(typed)).toBe(read)
})

it('reads what was read already as it is, whatever somebody types', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text))
      expect(plainMessage(plainMessage(text))).toBe(plainMessage(text))
    }),
  )
})
