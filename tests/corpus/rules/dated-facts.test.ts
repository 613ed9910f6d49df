import { describe, expect, it } from 'vitest'
import { bilingual, contact, DOCUMENTS, page } from './entries.ts'
import { mistakesIn } from './planted.ts'

const path = 'guidance/start-here.yaml'
const DATED = ['It came out on 18 April 2019.', 'It opens in March.', 'The 2024 edition says more.'] as const
const DATED_JA = ['2026年4月からの制度です。', '令和8年に変わりました。'] as const
const UNDATED = [
  'More than 2,024 firms use ISO/IEC 27001:2022 or port 20241.',
  'An old Windows Server 2012 is out of support.',
] as const

describe('a dated fact', () => {
  it.each(DATED)('is found in "%s"', async (value) => {
    const files = { ...DOCUMENTS, ...page('start-here', { points: [bilingual(value, 'これは点です。')] }) }
    expect(await mistakesIn(files)).toEqual([
      {
        path,
        at: 'points.0.en',
        value,
        wrong: 'a dated fact in a file that does not say when it was checked',
        fix: 'add checked_on, and expires where it can go stale',
      },
    ])
  })

  it.each(DATED_JA)('is found in 「%s」, of a contact too', async (value) => {
    expect(
      await mistakesIn({ ...DOCUMENTS, ...contact('police', { hours: bilingual('always', value) }) }),
    ).toMatchObject([{ path: 'contacts/police.yaml', at: 'hours.ja', value }])
  })

  it.each(UNDATED)('is not found in "%s"', async (value) => {
    const files = { ...DOCUMENTS, ...page('start-here', { points: [bilingual(value, 'これは点です。')] }) }
    expect((await mistakesIn(files)).filter(({ wrong }) => wrong.startsWith('a dated fact'))).toEqual([])
  })

  it('is fine where the file says when it was checked', async () => {
    const files = {
      ...DOCUMENTS,
      ...page('start-here', { points: [bilingual(DATED[0], DATED_JA[0])], checked_on: '2026-11-22' }),
    }
    expect(await mistakesIn(files)).toEqual([])
  })
})

describe('the day on which a page runs out', () => {
  it('is after the day on which it was checked', async () => {
    const files = { ...DOCUMENTS, ...page('start-here', { checked_on: '2026-11-22', expires: '2026-11-22' }) }
    expect(await mistakesIn(files)).toEqual([
      {
        path,
        at: 'expires',
        value: '2026-11-22',
        wrong: 'it runs out before it was checked, on 2026-11-22',
        fix: 'check it again, or mend the date',
      },
    ])
  })

  it('goes with the day on which it was checked', async () => {
    expect(await mistakesIn({ ...DOCUMENTS, ...page('start-here', { expires: '2027-01-01' }) })).toEqual([
      { path, at: 'expires', value: '2027-01-01', wrong: 'it runs out but was never checked', fix: 'add checked_on' },
    ])
  })
})
