import { describe, expect, it } from 'vitest'
import { claimsAboutSomebody } from '../../../bot/answering/guard.ts'
import { readFirmJson } from '../../../bot/firms/export/firm-json.ts'
import { createPages, type Page, type Pages } from '../../../bot/firms/pages.ts'
import { PAPERS } from '../../../bot/firms/paper/page.ts'
import { plantSample } from '../../../bot/firms/sample.ts'
import { fileOf } from '../../../adapters/export/file.ts'
import { knowledge, openDesk, owner, person, textOf, type TestDesk } from './desk.ts'

const BOSS = owner('Yamada')

/** The sample firm, and its pages. */
async function openSample(lang: 'ja' | 'en'): Promise<TestDesk & Readonly<{ pages: Pages; firm: string }>> {
  const desk = openDesk(lang)
  await plantSample({ firms: desk.firms, knowledge, owner: BOSS, lang, now: desk.now.value })
  const pages = createPages({ firms: desk.firms, letters: desk.letters, knowledge, clock: () => desk.now.value })
  return { ...desk, pages, firm: (await desk.visitor(BOSS)).firm.id }
}

async function jsonOf({ pages, firm }: Readonly<{ pages: Pages; firm: string }>): Promise<string> {
  const page = await pages({ page: 'json', firm, lang: 'ja' })
  return page?.kind === 'json' ? page.text : ''
}

const paperIn = (page: Page | undefined) => {
  if (page?.kind !== 'paper') throw new Error('no paper')
  return page.paper
}

describe('a paper', () => {
  it.each(['ja', 'en'] as const)('claims nothing of anybody, and says what is made up (%s)', async (lang) => {
    const { pages, firm } = await openSample(lang)
    for (const page of PAPERS) {
      const paper = paperIn(await pages({ page, firm, lang }))
      const texts = JSON.stringify(paper).split('"')
      expect(texts.filter(claimsAboutSomebody)).toEqual([])
      expect(paper.sample).toBeDefined()
      if (lang === 'en') expect(JSON.stringify({ ...paper, firm: '' })).not.toMatch(/[ぁ-んァ-ヶ]/u)
    }
  })

  it('puts the firm’s own people first on the call sheet, and marks numbers that nobody has checked', async () => {
    const { pages, firm } = await openSample('en')
    const { sections } = paperIn(await pages({ page: 'call_sheet', firm, lang: 'en' }))
    const [own, outside] = sections.filter((section) => section.kind === 'people')
    expect(own?.people[0]).toEqual({ role: 'Person in charge', name: 'Hanako Sato (sample)', reach: '090-0000-0002' })
    expect(outside?.people.map(({ note }) => note)).toEqual(
      Array(outside?.people.length).fill(expect.stringContaining('check before relying')),
    )
  })

  it('asks the president to sign for hours and yen that are called an estimate', async () => {
    const { pages, firm } = await openSample('en')
    const { sections, footnotes } = paperIn(await pages({ page: 'president', firm, lang: 'en' }))
    expect(sections.at(-1)?.kind).toBe('signature')
    expect(JSON.stringify(sections)).toContain('¥30,000')
    expect(footnotes.join(' ')).toContain('no quote')
  })

  it('shows the hash of a file that was named, and that it has run out, on the status and whole in the export', async () => {
    const { pages, firm, press, now } = await openSample('en')
    const sha256 = 'ab'.repeat(32)
    const values = { file: `Quote.pdf ${sha256}`, expires: '2027-03-01' }
    await press(BOSS, { kind: 'save_details', item: 'CK-01', seen: 0 }, values)
    now.value = new Date('2027-04-01T00:00:00Z')
    const status = JSON.stringify(await pages({ page: 'status', firm, lang: 'en' }))
    expect(status).toContain('Quote.pdf [SHA-256 abababababab…] (expired, was valid until 2027-03-01)')
    expect(JSON.stringify(await pages({ page: 'csv', firm, lang: 'en' }))).toContain(`Quote.pdf SHA-256 ${sha256}`)
  })

  it('names people as they are called today, and who was deleted as a former member', async () => {
    const { pages, firm, press, firms } = await openSample('en')
    const room = firms.room(firm)
    const hanako = (await room.members())[1]
    if (hanako === undefined) throw new Error('no colleague')
    await press(BOSS, { kind: 'save_member', member: hanako.id }, { name: 'Hanako Ito', roles: '' })
    expect(JSON.stringify(await pages({ page: 'status', firm, lang: 'en' }))).toContain('Hanako Ito')
    await press(BOSS, { kind: 'forget_member', member: hanako.id, sure: true })
    const after = JSON.stringify(await pages({ page: 'xlsx', firm, lang: 'en' }))
    expect(after).toContain('former member')
    expect(after).not.toContain('Hanako')
  })

  it('of a firm that is gone is no paper', async () => {
    const { pages, firm, firms } = await openSample('ja')
    await firms.erase(firm)
    expect(await pages({ page: 'status', firm, lang: 'ja' })).toBeUndefined()
  })
})

describe('an export', () => {
  it('as JSON brings the firm back as it was', async () => {
    const sample = await openSample('ja')
    const before = await jsonOf(sample)
    await sample.firms.erase(sample.firm)
    await sample.firms.restore(readFirmJson(before))
    expect(JSON.parse(await jsonOf(sample))).toEqual(JSON.parse(before))
  })

  it.each([
    ['no JSON', '<html>'],
    ['something else', '{"format":"shirube-firm","version":2}'],
  ])('that is %s is refused with what is wrong', (_, text) => {
    expect(() => readFirmJson(text)).toThrow(/JSON|version/u)
  })

  it('as CSV opens in Excel: UTF-8 with its mark, CRLF, one line for every item', async () => {
    const { pages, firm } = await openSample('ja')
    const page = await pages({ page: 'csv', firm, lang: 'ja' })
    if (page === undefined || page.kind === 'paper') throw new Error('no file')
    const { body, name } = await fileOf(page)
    expect(name).toMatch(/^見本製作所_チェックリスト_\d{4}-\d\d-\d\d\.csv$/u)
    expect(String(body).startsWith('\uFEFF"番号",')).toBe(true)
    expect(String(body).match(/^"CK-\d\d",.*\r\n/gmu)).toHaveLength(knowledge.checklist.length)
  })
})

describe('the sample firm', () => {
  it('is planted once, never over something real, and one press clears it for good', async () => {
    const desk = await openSample('en')
    const { firms, press, visitor, now } = desk
    const again = () => plantSample({ firms, knowledge, owner: BOSS, lang: 'en', now: now.value })
    const before = await visitor(BOSS)
    await again()
    expect(await visitor(BOSS)).toEqual(before)
    expect(textOf(await press(BOSS, { kind: 'view', view: 'home' }))).toContain('This is a sample firm')
    await press(BOSS, { kind: 'clear_sample' })
    await again()
    const after = await visitor(BOSS)
    expect(after).toMatchObject({ firm: { name: '', settings: { sample: 'cleared' } }, member: { roles: ['manager'] } })
    expect(await firms.room(after.firm.id).log()).toEqual([])
    await press(BOSS, { kind: 'clear_sample' })
    expect((await visitor(BOSS)).firm.id).toBe(after.firm.id)
  })

  it('is not planted where people have answered before', async () => {
    const { firms, press, visitor, now } = openDesk()
    await press(BOSS, { kind: 'answer', item: 'CK-01', status: 'done' })
    await plantSample({ firms, knowledge, owner: BOSS, lang: 'en', now: now.value })
    expect((await visitor(BOSS)).firm.settings.sample).toBeUndefined()
  })
})

describe('deleting a firm', () => {
  it('wants its name typed, really deletes it, and hands over a receipt', async () => {
    const { press, firms, firm } = await openSample('en')
    const wrong = await press(BOSS, { kind: 'confirm_erase' }, { name: 'sample' })
    expect(textOf(wrong)).toContain('Nothing was deleted')
    const receipt = await press(BOSS, { kind: 'confirm_erase' }, { name: 'Sample Works' })
    expect(textOf(receipt)).toContain('"Entries of the checklist","value":"12"')
    expect(await firms.find(firm)).toBeUndefined()
  })

  it('is the manager’s alone', async () => {
    const { press, firms, firm } = await openSample('en')
    await press(person('Ken'), { kind: 'confirm_erase' }, { name: 'Sample Works' })
    expect(await firms.find(firm)).toBeDefined()
  })
})
