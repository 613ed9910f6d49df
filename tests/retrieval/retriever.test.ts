import { describe, expect, it } from 'vitest'
import type { Findings } from '../../bot/ports.ts'
import { buildIndex } from '../../retrieval/index/search-index.ts'
import type { Indexable, Shelf } from '../../retrieval/indexable.ts'
import { loadBagEmbedder, WEIGHTS } from '../../retrieval/embedder/bag.ts'
import { createRetriever } from '../../retrieval/retriever.ts'

const entry = (id: string, shelf: Shelf, ...questions: readonly string[]): Indexable => ({
  id,
  shelf,
  kind: shelf === 'scs' || shelf === 'ipa' ? 'item' : 'topic',
  fields: { questions },
})

const SHELVES: readonly Indexable[] = [
  entry('CPS.IP-4', 'cpsf', 'take backup copies regularly', 'バックアップを定期的に取る'),
  entry('CPS.AC-1', 'cpsf', 'hand out and cancel passwords', 'パスワードを渡す、止める'),
  entry('CPS.AC-2', 'cpsf', 'lock the server room', 'サーバー室の鍵をかける'),
  entry('CPS.DS-9', 'cpsf', 'keep drawings from leaving the firm', '図面の持ち出しを止める'),
  {
    ...entry('CPS.AC-9', 'cpsf', 'check people who work elsewhere', '外で働く人の確認'),
    terms: [['telework', 'working from home', 'テレワーク', '在宅']],
  },
  entry('4-1-1', 'scs', 'passwords for the star rating', '評価制度のパスワード'),
  entry('25-1', 'ipa', 'passwords of the self-check', '自社診断のパスワード'),
  entry('where-to-get-help', 'guidance', 'whom to call for help', 'だれに電話すればいい'),
  entry('weather', 'outside', 'will it rain tomorrow', '明日の天気は雨'),
  entry('jokes', 'smalltalk', 'tell me something funny', '何か面白い話をして'),
  entry('stamps', 'claim', 'give us a stamp that we are fine', 'お墨付きをください'),
]

const embedder = await loadBagEmbedder(WEIGHTS)
const retriever = createRetriever(await buildIndex(SHELVES, embedder), embedder)
const find = (question: string, topic = question): Promise<Findings> => retriever.find({ question, topic })
const ids = ({ hits }: Findings): readonly string[] => hits.map(({ id }) => id)

describe('the retriever', () => {
  it.each([
    ['how often should we take backups', 'CPS.IP-4'],
    ['バックアップはいつ取る', 'CPS.IP-4'],
    ['ﾊﾞｯｸｱｯﾌﾟ', 'CPS.IP-4'],
    ['bakcup', 'CPS.IP-4'],
    ['who cancels a password', 'CPS.AC-1'],
    ['サーバ室の鍵', 'CPS.AC-2'],
    ['さーばーしつのかぎ', 'CPS.AC-2'],
    ['持出', 'CPS.DS-9'],
    ['在宅の人', 'CPS.AC-9'],
    ['テレワーク', 'CPS.AC-9'],
    ['whom do we call', 'where-to-get-help'],
  ])('puts the right entry first: %s', async (question, first) => {
    expect(ids(await find(question))[0]).toBe(first)
  })

  it('gives hits best first, each once', async () => {
    const { hits } = await find('password')
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
  })

  it('never gives as a hit what lies outside the corpus', async () => {
    for (const question of ['will it rain tomorrow', '何か面白い話をして', 'お墨付きをください', '']) {
      expect(ids(await find(question))).toEqual(expect.not.arrayContaining(['weather', 'jokes', 'stamps']))
    }
  })

  it.each([
    ['will it rain tomorrow', 'uncovered'],
    ['何か面白い話をして', 'smalltalk'],
    ['give us a stamp that we are fine', 'claim'],
  ])('knows what nothing here answers: %s is %s', async (question, verdict) => {
    expect((await find(question)).verdict).toBe(verdict)
  })

  it.each([
    ['passwords', []],
    ['which passwords does the ★3 ask for', ['4-1-1']],
    ['評価制度のパスワード', ['4-1-1']],
    ['IPAの自社診断のパスワード', ['25-1']],
    ['passwords in the self-check', ['25-1']],
  ])('answers from another framework only where it is named: %s', async (question, others) => {
    const found = ids(await find(question)).filter((id) => id === '4-1-1' || id === '25-1')
    expect(found).toEqual(others)
  })

  it('tells which clauses were named and which there are not', async () => {
    const { named, unknown } = await find('cps ac 1, AC-2 and CPS.AC-7')
    expect([named, unknown]).toEqual([['CPS.AC-1', 'CPS.AC-2'], ['CPS.AC-7']])
  })

  it('finds by the topic what the words around it hide', async () => {
    const found = await find('誰がやるの？業者？ バックアップ', 'バックアップ')
    expect(ids(found)[0]).toBe('CPS.IP-4')
  })

  it('finds nothing in an empty collection and says so', async () => {
    const empty = createRetriever(await buildIndex([], embedder), embedder)
    const { hits, verdict } = await empty.find({ question: 'backup', topic: 'backup' })
    expect([hits, verdict]).toEqual([[], 'uncovered'])
  })
})
