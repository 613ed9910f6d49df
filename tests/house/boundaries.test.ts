import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const RULES_FILE = join(ROOT, '.dependency-cruiser.cjs')

type Files = Readonly<Record<string, string>>

const importing = (...paths: readonly string[]): string => paths.map((path) => `import '${path}'\n`).join('')

/** Adapters with the packages whose door they are. */
const ADAPTERS: Readonly<Record<string, readonly string[]>> = {
  slack: ['@slack/bolt', '@slack/web-api'],
  teams: ['botbuilder', 'botbuilder-core'],
  web: ['hono', 'hono/html', '@hono/node-server'],
  store: ['pg', '@electric-sql/pglite', 'kysely'],
  queue: ['pg-boss'],
  model: ['langchain', '@langchain/core'],
  terminal: [],
  export: ['write-excel-file'],
}

/** A project as it should be: every arrow and every door is used. */
const CLEAN: Files = {
  'main.ts': importing(
    './compose.ts',
    './commands/ask.ts',
    ...Object.keys(ADAPTERS).map((name) => `./adapters/${name}/app.ts`),
  ),
  'compose.ts': importing('./config.ts', './bot/bot.ts', './retrieval/search.ts', './corpus/load.ts', './adapters/store/app.ts', 'node:path'), // prettier-ignore
  'config.ts': importing('./corpus/schema.ts', './adapters/model/settings.ts', 'zod'),
  'adapters/model/settings.ts': importing('zod'),
  'bot/bot.ts': importing('./ports.ts', './event.ts', './reply.ts', './words/words.ts'),
  'bot/ports.ts': importing('../corpus/schema.ts'),
  'bot/event.ts': '',
  'bot/reply.ts': '',
  'bot/words/words.ts': importing('../../corpus/schema.ts'),
  'retrieval/search.ts': importing('../bot/ports.ts', '../corpus/load.ts', '../corpus/schema.ts', '../corpus/files.ts', 'hnswlib-node', 'node:fs/promises'), // prettier-ignore
  'corpus/load.ts': importing('./schema.ts', './files.ts', 'yaml'),
  'corpus/schema.ts': importing('zod'),
  'corpus/files.ts': importing('node:fs/promises'),
  'evals/score.ts': importing('../compose.ts', '../config.ts', '../bot/bot.ts', '../retrieval/search.ts', '../corpus/load.ts', './sums.ts'), // prettier-ignore
  'evals/sums.ts': '',
  'commands/ask.ts': importing('../compose.ts', '../config.ts', '../adapters/terminal/app.ts', '../evals/score.ts', '../retrieval/search.ts', '../corpus/load.ts', 'node:util'), // prettier-ignore
  'tests/all.test.ts': importing('../bot/bot.ts', '../adapters/web/app.ts', 'hono', 'pg', './helper.ts'),
  'tests/helper.ts': '',
  'bench/run.ts': importing('../compose.ts', 'kysely', './clock.ts'),
  'bench/clock.ts': '',
  ...Object.fromEntries(
    Object.entries(ADAPTERS).flatMap(([name, packages]) => [
      [`adapters/${name}/app.ts`, importing('./part.ts', '../../bot/event.ts', '../../bot/reply.ts', '../../bot/ports.ts', '../../bot/words/words.ts', '../../corpus/schema.ts', ...packages)], // prettier-ignore
      [`adapters/${name}/part.ts`, ''],
    ]),
  ),
}

/** A project with one more file in it, which `main.ts` imports. */
const withFile = (path: string, body: string): Files => ({
  ...CLEAN,
  [path]: body,
  'main.ts': `${CLEAN['main.ts'] ?? ''}import './${path}'\n`,
})

type Broken = readonly [rule: string, how: string, files: Files]

const BROKEN: readonly Broken[] = [
  ['no-cycles', 'two files import each other', { ...CLEAN, 'bot/event.ts': importing('./reply.ts'), 'bot/reply.ts': importing('./event.ts') }], // prettier-ignore
  ['no-cycles', 'two files know each other’s types', { ...CLEAN, 'bot/event.ts': "import type { R } from './reply.ts'\nexport type E = R", 'bot/reply.ts': "import type { E } from './event.ts'\nexport type R = E" }], // prettier-ignore
  ['no-orphans', 'nobody imports a file that imports nothing', { ...CLEAN, 'bot/alone.ts': '' }],
  ['nobody-imports-tests', 'the start imports a test’s helper', { ...CLEAN, 'main.ts': `${CLEAN['main.ts'] ?? ''}${importing('./tests/helper.ts')}` }], // prettier-ignore
  ['nobody-imports-tests', 'the start imports a benchmark', { ...CLEAN, 'main.ts': `${CLEAN['main.ts'] ?? ''}${importing('./bench/clock.ts')}` }], // prettier-ignore
  ['arrow-bot', 'the core reads the configuration', withFile('bot/more.ts', importing('../config.ts'))],
  ['arrow-bot', 'the core knows a type of search', withFile('bot/more.ts', "import type { S } from '../retrieval/search.ts'\nexport type M = S")], // prettier-ignore
  [
    'arrow-bot',
    'the core loads the corpus',
    withFile('bot/more.ts', "export const more = import('../corpus/load.ts')"),
  ],
  ['arrow-corpus', 'the corpus knows the core', withFile('corpus/more.ts', importing('../bot/reply.ts'))],
  ['arrow-retrieval', 'search knows replies', withFile('retrieval/more.ts', importing('../bot/reply.ts'))],
  ['arrow-retrieval', 'search knows an adapter', withFile('retrieval/more.ts', importing('../adapters/web/part.ts'))],
  ['arrow-retrieval', 'search knows another corpus file', { ...withFile('retrieval/more.ts', importing('../corpus/check.ts')), 'corpus/check.ts': '' }], // prettier-ignore
  ...Object.keys(ADAPTERS).flatMap((name): readonly Broken[] => {
    const other = name === 'web' ? 'store' : 'web'
    const rule = `arrow-adapter-${name}`
    const more = `adapters/${name}/more.ts`
    return [
      [rule, 'it imports another adapter', withFile(more, importing(`../${other}/part.ts`))],
      [rule, 'it imports the bot', withFile(more, importing('../../bot/bot.ts'))],
      [rule, 'it searches', withFile(more, importing('../../retrieval/search.ts'))],
    ]
  }),
  ['arrow-evals', 'the evaluation knows an adapter', withFile('evals/more.ts', importing('../adapters/web/part.ts'))],
  ['arrow-evals', 'the evaluation knows the commands', withFile('evals/more.ts', importing('../commands/ask.ts'))],
  ['arrow-commands', 'a command knows the web', withFile('commands/more.ts', importing('../adapters/web/part.ts'))],
  ['arrow-commands', 'a command knows the core', withFile('commands/more.ts', importing('../bot/reply.ts'))],
  [
    'arrow-open-store',
    'opening a store starts the web',
    withFile('start/open-store.ts', importing('../adapters/web/part.ts')),
  ],
  ['arrow-start', 'starting evaluates', withFile('start/more.ts', importing('../evals/sums.ts'))],
  ['arrow-compose', 'composing evaluates', { ...CLEAN, 'compose.ts': `${CLEAN['compose.ts'] ?? ''}${importing('./evals/sums.ts')}` }], // prettier-ignore
  [
    'arrow-config',
    'the configuration starts an adapter',
    { ...CLEAN, 'config.ts': importing('./adapters/web/app.ts') },
  ],
  ['arrow-config', 'the configuration loads the corpus', { ...CLEAN, 'config.ts': importing('./corpus/load.ts') }],
  ['bot-is-pure', 'the core reads the disk', withFile('bot/more.ts', importing('node:fs'))],
  ['bot-is-pure', 'the core reads the disk, by its old name', withFile('bot/more.ts', importing('fs/promises'))],
  ['bot-is-pure', 'the core uses a package', withFile('bot/more.ts', importing('yaml'))],
  ...Object.entries({ ...ADAPTERS, hnsw: ['hnswlib-node'] }).flatMap(([name, packages]) =>
    packages.map((one): Broken => [
      `door-${name}`,
      `a command imports ${one}`,
      withFile('commands/more.ts', importing(one)),
    ]),
  ),
  ['door-store', 'another adapter imports pg', withFile('adapters/queue/more.ts', importing('pg'))],
  ['door-web', 'a command knows a type of hono', withFile('commands/more.ts', "import type { Hono } from 'hono'\nexport type H = Hono")], // prettier-ignore
  ['door-hnsw', 'the start loads hnswlib-node when it needs it', withFile('commands/more.ts', "export const more = import('hnswlib-node')")], // prettier-ignore
]

const violationsSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
})

describe('the arrows', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shirube-arrows-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  /** The names of the rules that these files break, by the rules of this project. */
  async function brokenBy(files: Files): Promise<readonly string[]> {
    const folder = await mkdtemp(join(root, 'stub-'))
    const packages = [...Object.values(ADAPTERS).flat(), 'hnswlib-node', 'zod', 'yaml'].filter(
      (name) => name !== 'hono/html',
    )
    const all: Files = {
      ...files,
      'package.json': JSON.stringify({ name: 'stub', type: 'module', dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) }), // prettier-ignore
      'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true } }),
      'node_modules/hono/html.js': '',
      ...Object.fromEntries(
        packages.flatMap((name) => [
          [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
          [`node_modules/${name}/index.js`, ''],
        ]),
      ),
    }
    for (const [path, body] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), body)
    }
    const { output } = await cruise(['.'], { ...(await extractOptions(RULES_FILE)), baseDir: folder })
    const { violations } = violationsSchema.parse(output).summary
    return [...new Set(violations.map(({ rule }) => rule.name))]
  }

  it('find nothing wrong where every arrow and every door is used as it should be', async () => {
    expect(await brokenBy(CLEAN)).toEqual([])
  })

  it.each(BROKEN)('%s tells when %s, and nothing else', async (rule, _, files) => {
    expect(await brokenBy(files)).toEqual([rule])
  })

  it('are each broken here once at least', () => {
    const rules: unknown = createRequire(import.meta.url)(RULES_FILE)
    const { forbidden } = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(rules)
    expect(new Set(BROKEN.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)))
  })
})
