import { expect, it } from 'vitest'
import type { Member } from '../../../bot/firms/firm.ts'
import { nameOf } from '../../../bot/firms/names.ts'

const called = (name: string): readonly Member[] => [{ id: 'm1', name, roles: ['staff'], left: false }]

it('shows a name without what would turn around the text after it', () => {
  expect(nameOf('m1', called('花子\u202Eドーパ\u2069'), 'ja')).toBe('花子ドーパ')
  expect(nameOf('m1', called('\u202E'), 'ja')).toBe(nameOf('m1', called(''), 'ja'))
})

it('leaves every other name as its bearer writes it', () => {
  for (const name of ['山田 花子', 'عمر', 'Zoë O’Neill', '👩‍🔧']) expect(nameOf('m1', called(name), 'en')).toBe(name)
})
