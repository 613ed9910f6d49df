import { loadBagEmbedder, WEIGHTS } from '../../retrieval/embedder/bag.ts'
import type { Embedder } from '../../retrieval/embedder/embedder.ts'
import type { IndexSource } from '../../retrieval/index/cache.ts'
import type { SearchIndex } from '../../retrieval/index/search-index.ts'
import type { Indexable } from '../../retrieval/indexable.ts'
import { search } from '../../retrieval/search.ts'

const THINGS = ['password', 'backup', 'server', 'door', 'supplier', 'drawing', 'laptop', 'camera', 'contract', 'phone']
const DEEDS = ['lost', 'shared', 'copied', 'sold', 'stolen', 'repaired', 'updated', 'locked', 'forgotten', 'printed']

/** A hundred entries with as few texts as will do. */
export const SMALL: readonly Indexable[] = THINGS.flatMap((thing) =>
  DEEDS.map((deed) => ({
    id: `${thing}-${deed}`,
    shelf: 'plain' as const,
    kind: 'topic' as const,
    fields: { text: [`What to do with a ${thing} that was ${deed}`, `${thing}の${deed}`] },
  })),
)

const QUESTIONS = [
  'who has the stolen laptop',
  'our door was forgotten',
  'drawing copied by a supplier',
  'cameraのupdated',
]

/** A small collection to be indexed in the folder, with the embedder that ships. */
export const smallSource = async (folder: string): Promise<IndexSource & { embedder: Embedder }> => ({
  folder,
  corpus: 'small',
  entries: SMALL,
  embedder: await loadBagEmbedder(WEIGHTS),
})

export type Answers = readonly (readonly { id: string; score: number }[])[]

/** The best ten for each of a few questions; what two indexes of the same collection must agree on. */
export const answersOf = (index: SearchIndex, embedder: Embedder): Promise<Answers> =>
  Promise.all(
    QUESTIONS.map(async (question) => {
      const { ranked } = await search(index, embedder, { question, topic: question })
      return ranked.slice(0, 10).map(({ id, score }) => ({ id, score: Math.round(score * 1e4) / 1e4 }))
    }),
  )
