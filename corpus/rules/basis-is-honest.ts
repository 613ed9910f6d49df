import { CPSF_IDS_SEEN } from '../frameworks.ts'
import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'

/** A clause says that it was compared with the official text only where it was, and calls its words what they are: ours. */
export function basisIsHonest({ clauses }: Corpus): readonly Problem[] {
  return clauses.flatMap(({ path, body: { id, source } }) => [
    ...(source.basis === 'seen' && !CPSF_IDS_SEEN.has(id)
      ? [
          {
            path,
            at: 'source.basis',
            value: source.basis,
            wrong: 'this clause was not compared with the official text',
            fix: 'write recollected; once it is compared, add its id to CPSF_IDS_SEEN in corpus/frameworks.ts',
          },
        ]
      : []),
    ...(source.wording === 'paraphrase'
      ? []
      : [
          {
            path,
            at: 'source.wording',
            value: source.wording,
            wrong: 'the words of a clause here are ours',
            fix: 'write paraphrase; official wording comes in by import only',
          },
        ]),
  ])
}
