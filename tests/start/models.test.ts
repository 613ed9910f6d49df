import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../config.ts'
import { rankBy, UNOBSERVED, type Ranking } from '../../start/models.ts'
import { openIndex } from '../../retrieval/index/cache.ts'
import { createRetriever } from '../../retrieval/retriever.ts'
import { embeds, fails, startProvider, type Behaviour, type Provider } from '../adapters/model/provider.ts'
import { smallSource } from '../retrieval/small.ts'

let provider: Provider
let dataDir = ''
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shirube-ranking-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const WANTED = { question: 'who has the stolen laptop', topic: 'who has the stolen laptop' }

async function open(model = 'small'): Promise<{ ranking: Ranking; own: string; said: readonly string[] }> {
  const source = await smallSource(join(dataDir, 'index'))
  const { index } = await openIndex(source)
  const said: string[] = []
  const note = (message: string): void => {
    said.push(message)
  }
  const config = readConfig({
    DATA_DIR: dataDir,
    EMBEDDING_PROVIDER: 'openai-compatible',
    EMBEDDING_MODEL: model,
    EMBEDDING_BASE_URL: provider.url,
  })
  const own = createRetriever(index, source.embedder)
  const ranking = rankBy(config, { ...source, own }, { ...UNOBSERVED, info: note, warn: note })
  return { ranking, own: source.embedder.id, said }
}

/** Answers once it is let. */
function held(behaviour: Behaviour): { behaviour: Behaviour; release: () => void } {
  const free = Promise.withResolvers<undefined>()
  return {
    behaviour: (...request) =>
      void free.promise.then(() => {
        behaviour(...request)
      }),
    release: () => {
      free.resolve(undefined)
    },
  }
}

const manifests = async (): Promise<string[]> => {
  const home = join(dataDir, 'provider-index')
  const schema = z.object({ embedder: z.string() })
  const read = async (name: string) =>
    schema.parse(JSON.parse(await readFile(join(home, name, 'manifest.json'), 'utf8'))).embedder
  return (await Promise.all((await readdir(home)).map(read))).sort()
}
const idOf = (model: string, dimensions: number): string =>
  `openai-compatible/${model}@${new URL(provider.url).host}/${dimensions}`

describe('the vectors of a configured provider', () => {
  it('rank from the moment their index is built, and the index that ships answers until then', async () => {
    const { behaviour, release } = held(embeds(8))
    provider.will(behaviour)
    const { ranking, own, said } = await open()
    const before = await ranking.retriever.find(WANTED)
    expect([before.hits[0]?.id, ranking.rankedBy()]).toEqual(['laptop-stolen', own])
    release()
    await ranking.settled
    expect(ranking.rankedBy()).toBe(idOf('small', 8))
    expect(said).toEqual([`${idOf('small', 8)} ranks from now on`])
    provider.will(embeds(8))
    const after = await ranking.retriever.find(WANTED)
    expect(provider.received.map(({ input }) => input)).toEqual([[WANTED.question]])
    expect(after).toEqual({ ...before, hits: after.hits })
  })

  it('are asked for nothing but the question after a restart', async () => {
    provider.will(embeds(8))
    await (
      await open()
    ).ranking.settled
    provider.will(fails(500))
    const { ranking } = await open()
    await ranking.settled
    expect(provider.received).toEqual([])
    expect(ranking.rankedBy()).toBe(idOf('small', 8))
  })

  it('of another model are built beside those of the first, never mixed with them', async () => {
    provider.will(embeds(8))
    await (
      await open()
    ).ranking.settled
    provider.will(embeds(8))
    const { ranking } = await open('large')
    await ranking.settled
    expect(ranking.rankedBy()).toBe(idOf('large', 8))
    expect(await manifests()).toEqual([idOf('large', 8), idOf('small', 8)])
  })

  it('are done without while the provider is down, and that is said, without anything anybody asked', async () => {
    provider.will(embeds(8))
    const { ranking, own, said } = await open()
    await ranking.settled
    provider.will(fails(401))
    const { hits } = await ranking.retriever.find(WANTED)
    expect(hits[0]?.id).toBe('laptop-stolen')
    await ranking.retriever.find(WANTED)
    expect(said.slice(1)).toEqual([
      `The embedding model small (openai-compatible) can't be used: it refused the key; check the API key setting; ${own} ranks meanwhile`,
    ])
  })

  it('are done without where the provider is down from the start', async () => {
    provider.will(fails(401))
    const { ranking, own, said } = await open()
    await ranking.settled
    expect((await ranking.retriever.find(WANTED)).hits[0]?.id).toBe('laptop-stolen')
    expect([ranking.rankedBy(), said.length]).toEqual([own, 1])
  })
})
