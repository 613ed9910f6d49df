import { describe, expect, it } from 'vitest'
import { commandIn } from '../../../bot/commands.ts'
import { LANGS } from '../../../corpus/schema.ts'
import { buttonsIn, openOffice, saysIn } from './office.ts'

describe('typed words', () => {
  it.each([
    ['home', ['start', 'Home', 'はじめる', 'ホーム', 'スタート']],
    ['checklist', ['list', 'show the checklist', 'my checklist', 'チェックリスト', '一覧', '項目の一覧']],
    ['next', ['next', 'Next step', 'what’s next?', '次', '次は？', '次の一歩']],
    ['progress', ['status', 'progress.', 'our progress', '進み具合', '進捗', '状況']],
    ['unknowns', ['unknowns', 'don’t know', 'わからない項目', '不明']],
    ['mine', ['mine', 'my items', 'assigned to me', '自分の担当', '担当']],
    ['overdue', ['overdue', 'late', '期限切れ', '期限を過ぎた項目']],
    ['undo', ['undo', 'take it back', '取り消し', '元に戻す。']],
  ] as const)('open the view “%s”', (view, typed) => {
    expect(typed.map(commandIn)).toEqual(typed.map(() => ({ kind: 'view', view })))
  })

  it.each(['CK-04', 'ck4', 'ＣＫ－０４', 'item 4', '項目4', 'ck 04'])('open an item: %s', (typed) => {
    expect(commandIn(typed)).toEqual({ kind: 'item', item: 'CK-04' })
  })

  it.each(['history of CK-04', 'CK-04 history', 'CK-04の記録', '履歴 CK-04'])(
    'open the history of an item: %s',
    (typed) => {
      expect(commandIn(typed)).toEqual({ kind: 'history', item: 'CK-04' })
    },
  )

  it.each([
    'what is the next step after a virus?',
    'CK-04 done',
    '4',
    '担当者はだれ',
    'undo a Windows update',
    'done',
    'できている',
  ])('are a question where they say more or something else: %s', (typed) => {
    expect(commandIn(typed)).toBeUndefined()
  })

  it.each(['done', 'CK-04', 'undo', 'next', 'not applicable', 'CK-04 できている'])(
    'write nothing: %s',
    async (typed) => {
      const office = openOffice()
      await office.press({ kind: 'answer', item: 'CK-05', status: 'done' })
      await office.type(typed)
      expect(await office.entries()).toBe(1)
    },
  )
})

describe.each(LANGS)('in %s', (lang) => {
  it('lists one stage at a time, the one with the next step first', async () => {
    const office = openOffice()
    const start = await office.type('list', { lang })
    expect(itemsIn(start)).toHaveLength(11)
    const basics = await office.pressIn(start, lang === 'ja' ? '土台（0/10）' : 'Basics (0/10)', { lang })
    expect(itemsIn(basics)).toEqual(Array.from({ length: 10 }, (_, n) => `CK-${n + 12}`))
  })

  it('shows the next three items at home, each to be answered at one press', async () => {
    const office = openOffice()
    const home = await office.type('home', { lang })
    const answered = buttonsIn(home).flatMap(({ action }) => (action.kind === 'answer' ? [action] : []))
    expect(
      Object.entries(Object.groupBy(answered, ({ item }) => item)).map(([item, all]) => [item, all?.length]),
    ).toEqual([
      ['CK-01', 3],
      ['CK-02', 3],
      ['CK-03', 3],
    ])
    const third = answered.find(({ item, status }) => item === 'CK-03' && status === 'done')
    if (third === undefined) throw new Error('the third item has no answer to press')
    await office.press(third, { lang })
    expect(itemsIn(await office.type('home', { lang }))).not.toContain('CK-03')
  })

  it('leads through what nobody knows, one at a time', async () => {
    const office = openOffice()
    for (const item of ['CK-10', 'CK-04']) await office.press({ kind: 'answer', item, status: 'dont_know' })
    const reply = await office.type('unknowns', { lang })
    expect(itemsIn(reply)).toEqual(['CK-04', 'CK-04', 'CK-10'].filter((id, n, all) => all.indexOf(id) === n))
    await office.press({ kind: 'answer', item: 'CK-04', status: 'not_yet' })
    await office.press({ kind: 'answer', item: 'CK-10', status: 'done' })
    expect(saysIn(await office.type('unknowns', { lang }), 'text')).toBe(
      lang === 'ja' ? '「わからない」の項目はありません。' : 'No item is answered with “Don’t know”.',
    )
  })

  it('lists what is mine and what is late, the nearest date first, and nothing that is in place', async () => {
    const office = openOffice()
    const hana = await office.memberId('hana')
    const put = (item: string, due: string) =>
      office.press({ kind: 'save_details', item, seen: 0 }, { values: { owner: hana, due } })
    await put('CK-04', '2026-11-20')
    await put('CK-10', '2026-11-10')
    await put('CK-12', '2027-01-10')
    await put('CK-13', '2026-11-05')
    await office.press({ kind: 'answer', item: 'CK-13', status: 'done' })
    expect(itemsIn(await office.type('mine', { lang }))).toEqual(['CK-10', 'CK-04', 'CK-12'])
    expect(itemsIn(await office.type('mine', { lang, as: 'ken' }))).toEqual([])
    expect(itemsIn(await office.type('overdue', { lang }))).toEqual([])
    office.wait(18)
    expect(itemsIn(await office.type('overdue', { lang }))).toEqual(['CK-10'])
    office.wait(1)
    expect(itemsIn(await office.type('overdue', { lang }))).toEqual(['CK-10', 'CK-04'])
  })
})

const itemsIn = (reply: Parameters<typeof buttonsIn>[0]): readonly string[] => [
  ...new Set(buttonsIn(reply).flatMap(({ action }) => (action.kind === 'item' ? [action.item] : []))),
]
