import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CORPUS_DATA, readCorpusFiles } from '../../corpus/files.ts'
import { loadCorpus, parseCorpus, type Corpus } from '../../corpus/load.ts'
import { keptIn } from '../../retrieval/index/disk.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-kept-'))
  await cp(join(CORPUS_DATA, 'glossary'), join(root, 'data', 'glossary'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true, force: true }))

const open = (): Promise<Corpus> => loadCorpus(join(root, 'data'), keptIn(join(root, 'kept')))
const anew = async (): Promise<Corpus> => parseCorpus(await readCorpusFiles(join(root, 'data'))).corpus
const kept = async (): Promise<readonly string[]> =>
  (await readdir(join(root, 'kept'))).map((name) => join(root, 'kept', name))

describe('a parsed corpus that was kept', () => {
  it('is the one that parsing gives', async () => {
    expect([await open(), await open()]).toEqual([await anew(), await anew()])
    expect(await kept()).toHaveLength(1)
  })

  it('is what the next start reads', async () => {
    await open()
    const [path = ''] = await kept()
    const before = await readFile(path, 'utf8')
    await open()
    expect(await kept()).toEqual([path])
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('is not taken for another, however little changed', async () => {
    await open()
    const [name = ''] = await readdir(join(root, 'data', 'glossary'))
    const path = join(root, 'data', 'glossary', name)
    await writeFile(path, (await readFile(path, 'utf8')).replace(/(?<=means:[^]*?en: ).*/u, 'Something else.'))
    const changed = await open()
    expect(changed).toEqual(await anew())
    expect(changed.terms.map(({ body }) => body.means.en)).toContain('Something else.')
  })

  it('does not hide a file that is broken now', async () => {
    await open()
    await writeFile(join(root, 'data', 'glossary', 'broken.yaml'), 'term: [')
    await expect(open()).rejects.toThrow('glossary/broken.yaml')
  })

  it.each<readonly [string, (path: string) => Promise<unknown>]>([
    ['empty', (path) => truncate(path, 0)],
    ['cut short', (path) => truncate(path, 500)],
    ['longer', (path) => appendFile(path, ' ')],
    ['made of other bytes', (path) => writeFile(path, Buffer.alloc(5_000))],
  ])('is made again where it is %s', async (_, spoil) => {
    await open()
    for (const path of await kept()) await spoil(path)
    expect([await open(), await open()]).toEqual([await anew(), await anew()])
  })

  it('goes when two newer ones are there', async () => {
    for (const added of ['# one\n', '# two\n', '# three\n']) {
      await open()
      const [name = ''] = await readdir(join(root, 'data', 'glossary'))
      await appendFile(join(root, 'data', 'glossary', name), added)
    }
    await open()
    expect(await kept()).toHaveLength(2)
  })

  it('is done without where nothing can be written', async () => {
    await writeFile(join(root, 'kept'), 'a file, not a folder')
    expect(await open()).toEqual(await anew())
  })
})
