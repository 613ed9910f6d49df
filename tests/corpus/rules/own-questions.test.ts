import { expect, it } from 'vitest'
import { asked, bilingual, clause, DOCUMENTS } from './entries.ts'
import { mistakesIn } from './planted.ts'

const ENTRY = {
  ...DOCUMENTS,
  ...clause('CPS.IP-9', {
    title: bilingual('When someone joins, moves or leaves', '入社・異動・退職のときにやること'),
    asks: bilingual(
      'Whenever somebody leaves, take back the accounts, keys and devices they no longer need.',
      '異動や退職があるたびに、要らなくなったIDや鍵を止めて返してもらいます。',
    ),
  }),
}
const path = 'asked/CPS.IP-9.yaml'
const fix = 'ask it the way staff would, in their own words'

const BORROWED = [
  { lang: 'en', value: 'when someone joins, moves or leaves?', wrong: 'this is the title' },
  {
    lang: 'en',
    value: 'Do we take back the accounts, keys and phones too?',
    wrong: '"take back the accounts keys and" is word for word in the entry',
  },
  {
    lang: 'en',
    value: 'accounts, devices: somebody leaves, take keys?',
    wrong: 'nearly every word is one of the entry',
  },
  { lang: 'ja', value: '入社 異動 退職のときに やること', wrong: 'this is the title' },
  {
    lang: 'ja',
    value: '異動や退職があるたびに、要らなくなった物は？',
    wrong: '"異動や退職があるたびに要" is word for word in the entry',
  },
] as const

it.each(BORROWED)('finds that "$value" is the entry speaking', async ({ lang, value, wrong }) => {
  const ways = asked('CPS.IP-9', { en: [], ja: [], [lang]: [value] })
  expect(await mistakesIn({ ...ENTRY, ...ways })).toEqual([{ path, at: `${lang}.0`, value, wrong, fix }])
})

it('finds a list that mostly uses the words of the entry', async () => {
  const en = ['take the keys', 'devices and accounts', 'who moves and leaves', 'keys when somebody joins']
  expect(await mistakesIn({ ...ENTRY, ...asked('CPS.IP-9', { en, ja: [] }) })).toEqual([
    {
      path,
      at: 'en',
      value: '1.00',
      wrong: "these questions mostly use the entry's own words",
      fix: 'replace some by what people say who have never read the entry',
    },
  ])
})

it('is content with keywords, and with questions in words of their own', async () => {
  const en = [
    'someone quit, what about his mail?',
    'keys',
    'our sales guy is gone and still has the phone',
    'offboarding',
  ]
  const ja = ['辞めた人のメールってどうすればいい？', '退職者 鍵', '派遣さんの契約が今月で終わる', '退社チェックリスト']
  expect(await mistakesIn({ ...ENTRY, ...asked('CPS.IP-9', { en, ja }) })).toEqual([])
})
