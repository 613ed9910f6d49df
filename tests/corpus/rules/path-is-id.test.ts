import { describe, expect, it } from 'vitest'
import * as entries from './entries.ts'
import { mistakesIn } from './planted.ts'

const { DOCUMENTS, clause, page, asked } = entries

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
