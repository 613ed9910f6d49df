import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../corpus/schema.ts'
import { buttonsIn, factsIn, formIn, openOffice, progressIn, saysIn } from './office.ts'

const NOTHING = { applicable: 30, assessed: 0, inPlace: 0, unknown: 0, notApplicable: 0, apart: 0 }

describe.each(LANGS)('in %s', (lang) => {
  it('begins with a word of welcome, the two numbers and the first question', async () => {
    const office = openOffice()
    const reply = await office.type(lang === 'ja' ? 'はじめる' : 'start', { lang })
    expect(progressIn(reply)).toEqual(NOTHING)
    expect(saysIn(reply, 'heading').split('\n')[0]).toBe(
      (await office.press({ kind: 'item', item: 'CK-01' }, { lang })).blocks.flatMap((block) =>
        block.kind === 'heading' ? [block.text] : [],
      )[0],
    )
  })

  it('says what was noted, the two numbers, and what comes next and why', async () => {
    const office = openOffice()
    const reply = await office.press({ kind: 'answer', item: 'CK-02', status: 'done' }, { lang })
    expect(saysIn(reply, 'notice')).toBe(lang === 'ja' ? '「できている」と記録しました。' : 'Noted as “Done”.')
    expect(progressIn(reply)).toEqual({ ...NOTHING, assessed: 1, inPlace: 1 })
    expect(saysIn(reply, 'text')).toMatch(
      lang === 'ja' ? /お勧めする理由：最初の10分/u : /Why this one: .*ten minutes/u,
    )
    expect(buttonsIn(reply)).toContainEqual({
      label: lang === 'ja' ? 'この項目を開く' : 'Open this item',
      action: { kind: 'item', item: 'CK-01' },
      tone: 'main',
    })
  })

  it('asks what is there already before it notes “partly”', async () => {
    const office = openOffice()
    const card = await office.press({ kind: 'item', item: 'CK-05' }, { lang })
    const asked = await office.pressIn(card, lang === 'ja' ? '一部できている' : 'Partly', { lang })
    expect(await office.entries()).toBe(0)
    const [field] = formIn(asked).fields
    expect(field?.kind === 'choices' && field.options.map(({ value }) => value)).toEqual([
      '4-4-5-1',
      '4-4-5-2',
      '4-4-5-3',
    ])
    const values = { met: '4-4-5-1\n4-4-5-3\nnot-a-criterion' }
    const noted = await office.press(formIn(asked).submit.action, { lang, values })
    expect(progressIn(noted)).toEqual({ ...NOTHING, assessed: 1 })
    const after = factsIn(await office.press({ kind: 'item', item: 'CK-05' }, { lang }))
    expect(Object.values(after)).toContain(lang === 'ja' ? '3件のうち2件' : '2 of 3')
  })

  it('asks why before it notes “doesn’t apply”, and keeps what was filled in when that says nothing', async () => {
    const office = openOffice()
    const card = await office.press({ kind: 'item', item: 'CK-29' }, { lang })
    const asked = await office.pressIn(card, lang === 'ja' ? '当てはまらない' : 'Doesn’t apply', { lang })
    for (const reason of ['', ' ', '-', 'なし', '特になし。', 'n/a', 'aaaaaa', 'test', 'わからない', "don't know"]) {
      const again = await office.press(formIn(asked).submit.action, { lang, values: { reason } })
      const [field] = formIn(again).fields
      expect(field).toMatchObject({ id: 'reason', value: reason.trim() })
      expect(field?.problem).toBeDefined()
    }
    expect(await office.entries()).toBe(0)
    const reason = lang === 'ja' ? '機械なし' : 'no machines'
    const noted = await office.press(formIn(asked).submit.action, { lang, values: { reason } })
    expect(progressIn(noted)).toEqual({ ...NOTHING, applicable: 29, notApplicable: 1 })
    expect(Object.values(factsIn(await office.press({ kind: 'item', item: 'CK-29' }, { lang })))).toContain(reason)
  })

  it('helps whoever doesn’t know: what to look for, what to do, and what to write to the vendor', async () => {
    const office = openOffice()
    const reply = await office.press({ kind: 'answer', item: 'CK-04', status: 'dont_know' }, { lang })
    expect(progressIn(reply)).toMatchObject({ assessed: 1, inPlace: 0, unknown: 1 })
    const lists = reply.blocks.flatMap((block) => (block.kind === 'list' ? [block.heading] : []))
    expect(lists[0]).toMatch(lang === 'ja' ? /^2分で確かめる/u : /^Two minutes/u)
    expect(saysIn(reply, 'text')).toContain(
      lang === 'ja' ? 'いつもお世話になっております' : 'Hello, and thank you for your help',
    )
  })

  it('suggests “done” when everything below a “partly” is ticked', async () => {
    const office = openOffice()
    const values = { met: '4-4-5-1\n4-4-5-2\n4-4-5-3' }
    const reply = await office.press({ kind: 'answer', item: 'CK-05', status: 'partly' }, { lang, values })
    expect(saysIn(reply, 'notice')).toMatch(
      lang === 'ja' ? /「できている」に変えられます/u : /change the answer to “Done”/u,
    )
  })

  it('takes the steps for what is asked below an item that has no criteria', async () => {
    const asked = await openOffice().press({ kind: 'answer_form', item: 'CK-01', status: 'partly' }, { lang })
    const [field] = formIn(asked).fields
    expect(field?.kind === 'choices' && field.options.map(({ value }) => value)).toEqual([
      'step-1',
      'step-2',
      'step-3',
      'step-4',
    ])
  })
})

it('writes once for one event, however often it comes', async () => {
  const office = openOffice()
  await office.press({ kind: 'answer', item: 'CK-04', status: 'done' }, { event: 'same' })
  await office.press({ kind: 'answer', item: 'CK-04', status: 'done' }, { event: 'same' })
  expect(await office.entries()).toBe(1)
})

it('refuses a reason that is too long, and keeps it in the form', async () => {
  const office = openOffice()
  const reason = 'no machines here '.repeat(30)
  const again = await office.press({ kind: 'answer', item: 'CK-29', status: 'not_applicable' }, { values: { reason } })
  expect(formIn(again).fields[0]).toMatchObject({ value: reason.trim(), problem: expect.any(String) as string })
  expect(await office.entries()).toBe(0)
})

it('says so when an item of an old card is asked no longer', async () => {
  const office = openOffice()
  const reply = await office.press({ kind: 'answer', item: 'CK-99', status: 'done' })
  expect(saysIn(reply, 'notice')).toBe('There is no item CK-99 in today’s checklist.')
  expect(await office.entries()).toBe(0)
})

it('keeps an answer to an item that has no place in the firm, and counts it when it has one', async () => {
  const office = openOffice()
  await office.describe({ factory_machines: false })
  const reply = await office.press({ kind: 'answer', item: 'CK-29', status: 'done' })
  expect(progressIn(reply)).toMatchObject({ applicable: 29, apart: 1, inPlace: 0 })
  await office.describe({})
  expect(progressIn(await office.type('progress'))).toMatchObject({ applicable: 30, apart: 0, inPlace: 1 })
})
