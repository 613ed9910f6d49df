import { expect, it } from 'vitest'
import { asked, clause, DOCUMENTS, outside } from './entries.ts'
import { mistakesIn } from './planted.ts'

const BASE = { ...DOCUMENTS, ...clause('CPS.AM-1') }
const fix = 'ask it in other words, or keep it where it fits best'

it('finds a question that is asked twice, across files and whatever its width, case and signs', async () => {
  const ways = asked('CPS.AM-1', { en: ['Lost my phone!'], ja: ['ＵＳＢ 拾った', 'ﾙｰﾀｰって何'] })
  const strays = outside('strays', {
    en: ['lost my phone', 'LOST  my phone?'],
    ja: ['usb拾った。', 'ルーターって何？'],
  })
  const [path, first] = ['outside/strays.yaml', 'asked/CPS.AM-1.yaml']
  expect(await mistakesIn({ ...BASE, ...ways, ...strays })).toEqual([
    { path, at: 'questions.en.0', value: 'lost my phone', wrong: `the same question stands in ${first} › en.0`, fix },
    { path, at: 'questions.en.1', value: 'LOST  my phone?', wrong: `the same question stands in ${first} › en.0`, fix },
    { path, at: 'questions.ja.0', value: 'usb拾った。', wrong: `the same question stands in ${first} › ja.0`, fix },
    {
      path,
      at: 'questions.ja.1',
      value: 'ルーターって何？',
      wrong: `the same question stands in ${first} › ja.1`,
      fix,
    },
  ])
})

it('takes questions of signs alone as they are', async () => {
  expect(await mistakesIn({ ...BASE, ...outside('signs', { en: ['???', '!!!'], ja: ['（笑）', '^^'] }) })).toEqual([])
})
