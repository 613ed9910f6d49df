import { describe, expect, it } from 'vitest'
import * as entries from './entries.ts'
import { mistakesIn } from './planted.ts'

const { DOCUMENTS, clause, page, asked } = entries

/** As many as a clause needs, none like another's. */
const OTHER_QUESTIONS = {
  en: Array.from({ length: 8 }, (_, n) => `is cloud number ${n} on it?`),
  ja: Array.from({ length: 8 }, (_, n) => `クラウドの${n}番は載せる？`),
}

describe('an id', () => {
  it('that is not the name of its file is a problem', async () => {
    expect(await mistakesIn({ ...DOCUMENTS, ...page('start-here', { id: 'begin-here' }) })).toEqual([
      {
        path: 'guidance/start-here.yaml',
        at: 'id',
        value: 'begin-here',
        wrong: "the id is not the file's name, start-here",
        fix: 'give the file the name of its id, or mend the id',
      },
    ])
  })

  it('that stands for two things is a problem, whatever kind they are', async () => {
    expect(await mistakesIn({ ...DOCUMENTS, ...entries.term('police'), ...entries.contact('police') })).toEqual([
      {
        path: 'glossary/police.yaml',
        at: 'id',
        value: 'police',
        wrong: 'contacts/police.yaml has this id too',
        fix: 'give one of them another id',
      },
    ])
  })
})

describe('what people go on to ask', () => {
  const ways = { en: ['and phones?'], ja: ['スマホも？'] }
  const going = (to: string) => ({ stays: ways, leads: [{ to, en: ['and the cloud?'], ja: ['クラウドは？'] }] })
  const TWO = { ...DOCUMENTS, ...clause('CPS.AM-1'), ...clause('CPS.AM-5', { questions: OTHER_QUESTIONS }) }

  it('leads from one clause to another', async () => {
    expect(await mistakesIn({ ...TWO, ...entries.onward('CPS.AM-1', going('CPS.AM-5')) })).toEqual([])
  })

  it.each([
    ['a clause that is not there', 'CPS.AM-9', 'there is no CPSF requirement with this id'],
    ['the clause itself', 'CPS.AM-1', 'nobody goes on to what they were told already; it belongs to `stays`'],
  ])('does not lead to %s', async (_, to, wrong) => {
    const problems = await mistakesIn({ ...TWO, ...entries.onward('CPS.AM-1', going(to)) })
    expect(problems.map((problem) => [problem.path, problem.at, problem.wrong])).toEqual([
      ['onward/CPS.AM-1.yaml', 'leads.0.to', wrong],
    ])
  })

  it('belongs to an entry', async () => {
    const problems = await mistakesIn({ ...TWO, ...entries.onward('CPS.AM-2', going('CPS.AM-5')) })
    expect(problems.map(({ path, wrong }) => [path, wrong])).toEqual([
      ['onward/CPS.AM-2.yaml', 'these ways of asking belong to no entry'],
    ])
  })
})

describe('further ways of asking', () => {
  const ways = { en: ['how many are too many?'], ja: ['何台までいい？'] }

  it('repeat the id of their entry', async () => {
    expect(await mistakesIn({ ...DOCUMENTS, ...clause('CPS.AM-1'), ...asked('CPS.AM-1', ways) })).toEqual([])
  })

  it('that belong to no entry are a problem', async () => {
    expect(await mistakesIn({ ...DOCUMENTS, ...clause('CPS.AM-1'), ...asked('CPS.AM-2', ways) })).toEqual([
      {
        path: 'asked/CPS.AM-2.yaml',
        at: 'id',
        value: 'CPS.AM-2',
        wrong: 'these ways of asking belong to no entry',
        fix: 'name the file after a clause, page, SCS item, IPA item or playbook',
      },
    ])
  })
})
