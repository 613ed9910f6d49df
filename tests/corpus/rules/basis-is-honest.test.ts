import { expect, it } from 'vitest'
import { clause, DOCUMENTS } from './entries.ts'
import { mistakesIn } from './planted.ts'

it('lets only the compared clauses say that they were seen', async () => {
  const source = { document: 'cpsf-1.0', wording: 'paraphrase', basis: 'seen' } as const
  const files = { ...DOCUMENTS, ...clause('CPS.AM-1', { source }), ...clause('CPS.AM-2', { source }) }
  expect(await mistakesIn(files)).toEqual([
    {
      path: 'cpsf/CPS.AM-2.yaml',
      at: 'source.basis',
      value: 'seen',
      wrong: 'this clause was not compared with the official text',
      fix: 'write recollected; once it is compared, add its id to CPSF_IDS_SEEN in corpus/frameworks.ts',
    },
  ])
})

it('lets no clause pass our words off as official ones', async () => {
  const source = { document: 'cpsf-1.0', wording: 'official', basis: 'recollected' } as const
  expect(await mistakesIn({ ...DOCUMENTS, ...clause('CPS.AM-2', { source }) })).toEqual([
    {
      path: 'cpsf/CPS.AM-2.yaml',
      at: 'source.wording',
      value: 'official',
      wrong: 'the words of a clause here are ours',
      fix: 'write paraphrase; official wording comes in by import only',
    },
  ])
})
