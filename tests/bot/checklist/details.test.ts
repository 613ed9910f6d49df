import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../corpus/schema.ts'
import { buttonsIn, factsIn, formIn, openOffice, saysIn, type Office } from './office.ts'

/** Of nothing at all. */
const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const open = async (office: Office) => formIn(await office.press({ kind: 'details', item: 'CK-05' }))
const facts = async (office: Office) => factsIn(await office.press({ kind: 'item', item: 'CK-05' }))
const values = async (office: Office) =>
  Object.fromEntries((await open(office)).fields.map(({ id, value = '' }) => [id, value]))

it('keeps who is in charge, by when, who does it, a note and evidence', async () => {
  const office = openOffice()
  const hana = await office.memberId('hana')
  const { submit } = await open(office)
  await office.press(submit.action, {
    values: {
      owner: hana,
      due: '2026-11-20',
      responsible: 'vendor',
      note: 'Ask Sato',
      link: 'https://example.jp/list',
      expires: '2026-12-31',
    },
  })
  expect(await facts(office)).toMatchObject({
    'In charge': 'Hana',
    Due: '20 November 2026 (18 days left)',
    'Who does it': 'Vendor',
    Note: 'Ask Sato',
    'Evidence 1': 'https://example.jp/list (valid until 31 December 2026)',
  })
  expect(await values(office)).toMatchObject({
    owner: hana,
    due: '2026-11-20',
    responsible: 'vendor',
    note: 'Ask Sato',
  })
})

it('clears what is emptied', async () => {
  const office = openOffice()
  const owner = await office.memberId('hana')
  const first = { owner, due: '2026-11-20', responsible: 'us', note: 'Ask Sato' }
  await office.press((await open(office)).submit.action, { values: first })
  const second = { owner: 'none', due: '', responsible: 'none', note: '' }
  await office.press((await open(office)).submit.action, { values: second })
  expect(Object.keys(await facts(office))).toEqual(['Answer', 'Time and money', 'Clauses behind it'])
})

it('writes nothing when nothing was changed', async () => {
  const office = openOffice()
  const reply = await office.press((await open(office)).submit.action, { values: await values(office) })
  expect(saysIn(reply, 'notice')).toBe('Nothing was changed.')
  expect(await office.entries()).toBe(0)
})

it('leaves alone what somebody else changed while the form was open', async () => {
  const office = openOffice()
  const opened = await open(office)
  const before = await values(office)
  await office.press(opened.submit.action, { as: 'ken', values: { ...before, due: '2027-01-15' } })
  await office.press(opened.submit.action, { as: 'hana', values: { ...before, note: 'Ask Sato' } })
  expect(await facts(office)).toMatchObject({ Due: '15 January 2027 (74 days left)', Note: 'Ask Sato' })
})

it('says that a date has passed and evidence has run out', async () => {
  const office = openOffice()
  const some = { due: '2026-11-20', link: 'https://example.jp/list', expires: '2026-11-10' }
  await office.press((await open(office)).submit.action, { values: some })
  office.wait(19)
  expect(await facts(office)).toMatchObject({
    Due: '20 November 2026 (1 day ago)',
    'Evidence 1': 'https://example.jp/list (expired, was valid until 10 November 2026)',
  })
})

it.each([`${HASH.toUpperCase()}  Quote 3.pdf`, `${HASH} *Quote 3.pdf`, `  Quote 3.pdf ${HASH}`])(
  'keeps a file by its name and hash, however the two are written: %s',
  async (file) => {
    const office = openOffice()
    await office.press((await open(office)).submit.action, { values: { file, expires: '2026-12-31' } })
    const shown = `Quote 3.pdf [SHA-256 ${HASH.slice(0, 12)}…] (valid until 31 December 2026)`
    expect(await facts(office)).toMatchObject({ 'Evidence 1': shown })
  },
)

it('lists what has evidence that ran out, the first to run out first, and leads there from home', async () => {
  const office = openOffice()
  const show = async (item: string, expires: string) =>
    office.press(formIn(await office.press({ kind: 'details', item })).submit.action, {
      values: { file: `a ${HASH}`, expires },
    })
  await show('CK-05', '2026-11-10')
  await show('CK-06', '2026-11-05')
  await show('CK-07', '2026-12-01')
  office.wait(9) // to 11 November
  const home = await office.press({ kind: 'view', view: 'home' })
  const listed = await office.pressIn(home, 'Evidence expired (2)')
  expect(buttonsIn(listed).map(({ action }) => action)).toEqual(
    ['CK-06', 'CK-05'].map((item) => ({ kind: 'item', item })),
  )
  expect(await office.type('証拠の期限切れ', { lang: 'en' })).toEqual(listed)
})

it('takes evidence away and keeps in the history that it was there', async () => {
  const office = openOffice()
  await office.press((await open(office)).submit.action, { values: { link: 'https://example.jp/list' } })
  const history = await office.press({ kind: 'history', item: 'CK-05' })
  const after = await office.pressIn(history, 'Remove evidence 1')
  expect(buttonsIn(after).map(({ label }) => label)).toEqual(['Back to the item'])
  expect(await facts(office)).not.toHaveProperty('Evidence 1')
  await office.pressIn(history, 'Remove evidence 1')
  expect(await office.entries()).toBe(2)
})

describe.each(LANGS)('in %s', (lang) => {
  it.each([
    ['due', { due: '2026-02-30' }],
    ['due', { due: 'tomorrow' }],
    ['owner', { owner: 'somebody' }],
    ['responsible', { responsible: 'nobody' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['link', { link: 'example.jp' }],
    ['file', { file: 'Quote.pdf' }],
    ['file', { file: HASH }],
    ['file', { file: `Quote.pdf ${HASH.slice(1)}` }],
    ['expires', { expires: '2027-01-01' }],
    ['note', { note: 'x'.repeat(1_001) }],
  ])('names a wrong %s and keeps all that was filled in', async (field, wrong: Readonly<Record<string, string>>) => {
    const office = openOffice()
    const filled = { note: 'Ask Sato', ...wrong }
    const again = await office.press((await open(office)).submit.action, { lang, values: filled })
    const fields = Object.fromEntries(formIn(again).fields.map((one) => [one.id, one]))
    expect(fields[field]?.problem).toBeDefined()
    for (const [id, value] of Object.entries(filled)) expect(fields[id]?.value).toBe(value)
    expect(await office.entries()).toBe(0)
  })
})
