import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CORPUS_DATA, readCorpusFiles } from '../../corpus/files.ts'
import { parseCorpus } from '../../corpus/load.ts'
import { namedIds } from '../../retrieval/exact/clause-ids.ts'

const { corpus } = parseCorpus(await readCorpusFiles(CORPUS_DATA))
const clauses = corpus.clauses.map(({ id }) => id)
const ids = new Set([...clauses, ...corpus.scs.map(({ id }) => id)])
const named = (text: string) => namedIds(text, (id) => ids.has(id))

describe('a clause id is found however it is spelt', () => {
  it.each<readonly [string, readonly string[]]>([
    ['CPS.AC-1', ['CPS.AC-1']],
    ['cps.ac-1', ['CPS.AC-1']],
    ['cps ac 1', ['CPS.AC-1']],
    ['CPSAC1', ['CPS.AC-1']],
    ['cps_ac_1', ['CPS.AC-1']],
    ['cps-ac-1', ['CPS.AC-1']],
    ['Cps. Ac - 1', ['CPS.AC-1']],
    ['CPS.AC-01', ['CPS.AC-1']],
    ['ＣＰＳ．ＡＣ－１', ['CPS.AC-1']],
    ['CPS・AC・1', ['CPS.AC-1']],
    ['CPSのAC1って何', ['CPS.AC-1']],
    ['CPS.AC‑1', ['CPS.AC-1']],
    ['CPS.AC–1', ['CPS.AC-1']],
    ['CPS.AC−1', ['CPS.AC-1']],
    ['CPS.ACー1', ['CPS.AC-1']],
    ['ＣＰＳ．ＡＣー１', ['CPS.AC-1']],
    ['（CPS.AC-1）', ['CPS.AC-1']],
    ['CPS.AC-1は？', ['CPS.AC-1']],
    ['what is CPS.AC-1.', ['CPS.AC-1']],
    ['AC-1', ['CPS.AC-1']],
    ['ＡＣー１', ['CPS.AC-1']],
    ['CPSFのAC-1', ['CPS.AC-1']],
    ['ac 1', ['CPS.AC-1']],
    ['ac-1 please', ['CPS.AC-1']],
    ['what about IP-9 then', ['CPS.IP-9']],
    ['IP9って？', ['CPS.IP-9']],
    ['ds15', ['CPS.DS-15']],
    ['CPSのIP9', ['CPS.IP-9']],
    ['CPS.DS-1とCPS.DS-15', ['CPS.DS-1', 'CPS.DS-15']],
    ['CPS.AC-1, cps ac 1, AC-1', ['CPS.AC-1']],
    ['CPS.AC-1とAC-2', ['CPS.AC-1', 'CPS.AC-2']],
    ['4-1-1', ['4-1-1']],
    ['★3の4-1-1-2は？', ['4-1-1']],
  ])('%s', (text, known) => {
    expect(named(text)).toEqual({ known, unknown: [] })
  })

  it('for every clause there is', () => {
    const between = fc.constantFrom('', ' ', '.', '-', '_', '・')
    const spelling = fc.record({
      id: fc.constantFrom(...clauses),
      first: between,
      second: between,
      lower: fc.boolean(),
    })
    fc.assert(
      fc.property(spelling, ({ id, first, second, lower }) => {
        const [, category = '', number = ''] = /^CPS\.([A-Z]+)-(\d+)$/u.exec(id) ?? []
        const spelt = `CPS${first}${category}${second}${number}`
        expect(named(`${lower ? spelt.toLowerCase() : spelt}とは`)).toEqual({ known: [id], unknown: [] })
      }),
    )
  })
})

describe('an id that is written in full and does not exist is told', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['CPS.AC-99', [], ['CPS.AC-99']],
    ['cps ac 0', [], ['CPS.AC-0']],
    ['CPS.ZZ-1とCPS.AC-1', ['CPS.AC-1'], ['CPS.ZZ-1']],
    ['CPS.AC-100', [], ['CPS.AC-100']],
    ['CPS.AC-1000', [], ['CPS.AC-1000']],
    ['CPS.AC-99, CPS.AC-99', [], ['CPS.AC-99']],
  ])('%s', (text, known, unknown) => {
    expect(named(text)).toEqual({ known, unknown })
  })
})

describe('nothing is taken for a clause id that is none', () => {
  it.each([
    'IP67の防水カメラ',
    'IP-67',
    'PR.AC-1',
    'ID.AM-1 in NIST',
    'PRAC-1',
    'A.5.1',
    'IPv6',
    'USB3.0',
    'DS18B20',
    '10am',
    'open at 10AM',
    'AM7:00に再起動します',
    'CO2排出量の報告はどうする？',
    'co2',
    'We were 5 and it was 4',
    '2024-4-1',
    '2024/4/1',
    'R6-4-1',
    '03-1234-5678',
    '0120-4-1-1',
    '090-4111-2222',
    '東京都千代田区霞が関1-3-1',
    'explain CPS in 3 lines',
    'CPS by 31 March',
    'CPSF 1.0',
    'explain the CPSF in 3 lines',
    'Is the CPSF, as 1 of many, enough?',
    'AC-1-2',
    'AC-1.2',
    'MAC-1',
    'cps',
    '',
  ])('%s', (text) => {
    expect(named(text)).toEqual({ known: [], unknown: [] })
  })
})
