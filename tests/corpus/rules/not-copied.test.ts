import { expect, it } from 'vitest'
import { bilingual, clause, DOCUMENTS } from './entries.ts'
import { mistakesIn } from './planted.ts'

/** Nine words of the official English wording of CPS.CM-1 (METI), which may be quoted with credit. */
const OFFICIAL = 'at the contact points between corporate networks and wide'

const withEvidence = (en: string) => ({
  ...DOCUMENTS,
  ...clause('CPS.CM-1', {
    evidence: [bilingual(en, '社内と外との境にある機器の記録をまとめた一覧'), bilingual('A list', '一覧')],
  }),
})

it('finds eight words in a row of an official sentence, whatever their case and signs', async () => {
  const value = `A log of what happens At the "contact points", between corporate networks, and Wide things`
  const [first, ...others] = await mistakesIn(withEvidence(value))
  expect(first).toEqual({
    path: 'cpsf/CPS.CM-1.yaml',
    at: 'evidence.0.en',
    value,
    wrong: `"${OFFICIAL.split(' ').slice(0, 8).join(' ')}" stands in the official text (8 words in a row)`,
    fix: 'say it in our own words',
  })
  expect(others).toEqual([])
})

it('lets seven words in a row pass', async () => {
  expect(await mistakesIn(withEvidence(OFFICIAL.split(' ').slice(0, 7).join(' ')))).toEqual([])
})
