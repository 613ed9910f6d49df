import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load } from 'js-yaml'
import { z } from 'zod'
import { healthRoutes } from '../../adapters/web/health.ts'
import { readConfig } from '../../config.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
})
const composeSchema = z.object({
  services: z.object({ bot: service, db: service }),
  volumes: z.record(z.string(), z.unknown()),
})
const { services, volumes } = composeSchema.parse(load(read('compose.yaml')))

type Instruction = Readonly<{ name: string; rest: string }>
const instructions = read('Dockerfile')
  .replaceAll(/^#.*\n/gmu, '')
  .replaceAll(/\\\n\s*/gu, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): Instruction => {
    const [name = '', ...rest] = line.trim().split(/\s+/u)
    return { name, rest: rest.join(' ') }
  })
/** What the image that runs is made of; the stage before it only compiles. */
const runtime = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'))
const restOf = (wanted: string): string => runtime.find(({ name }) => name === wanted)?.rest ?? ''
const imageEnvironment = Object.fromEntries(
  runtime
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ rest }) => rest.split(' '))
    .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
)

describe('Dockerfile', () => {
  it('copies only what is there and not ignored', () => {
    const sources = sourcesOf(instructions)
    expect(sources).not.toEqual([])
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([])
    expect(sources.filter((source) => !read('.dockerignore').split('\n').includes(`!${source}`))).toEqual([])
  })

  it('copies everything that main.ts and cli.ts import', () => {
    const copied = sourcesOf(runtime)
    const isCopied = (file: string): boolean =>
      copied.some((source) => file === source || file.startsWith(`${source}/`))
    expect([...importedFrom(['main.ts', 'cli.ts'])].filter((file) => !isCopied(file))).toEqual([])
  })

  it('starts a file that it copied, as an ordinary user', () => {
    const command = z.array(z.string()).parse(JSON.parse(restOf('CMD')))
    expect(command[0]).toBe('node')
    expect(sourcesOf(runtime)).toContain(command[1])
    expect(restOf('USER')).toBe('node')
  })

  it('runs on the Node that the project is made for', () => {
    const { devDependencies } = z
      .object({ devDependencies: z.object({ node: z.string() }) })
      .parse(JSON.parse(read('package.json')))
    const images = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest)
    for (const image of images)
      expect(image).toMatch(new RegExp(`^node:${devDependencies.node.split('.')[0] ?? ''}-`, 'u'))
  })

  it('asks a health route that exists', async () => {
    const path = /'(\/[a-z]+)'/u.exec(restOf('HEALTHCHECK'))?.[1] ?? ''
    const routes = healthRoutes({
      ready: () => Promise.resolve([]),
      metrics: () => Promise.resolve({ contentType: 'text/plain', body: '' }),
      watch: { kind: 'closed' },
    })
    expect((await routes.request(path)).status).toBe(200)
  })

  it('has settings that config.ts reads, and keeps data in its volume', () => {
    const { NODE_ENV, ...ours } = imageEnvironment
    expect(NODE_ENV).toBe('production')
    expect(Object.keys(ours).filter((name) => !settingNames().includes(name))).toEqual([])
    expect(readConfig(ours)).toMatchObject({
      dataDir: restOf('VOLUME'),
      host: '0.0.0.0',
      port: Number(restOf('EXPOSE')),
    })
  })
})

describe('compose.yaml', () => {
  const environment = interpolated(services.bot.environment, { POSTGRES_PASSWORD: 'secret' })

  it('gives the bot settings that config.ts reads and accepts', () => {
    expect(Object.keys(environment).filter((name) => !settingNames().includes(name))).toEqual([])
    expect(readConfig({ ...imageEnvironment, ...environment })).toMatchObject({
      host: '0.0.0.0',
      port: 3978,
      publicUrl: undefined,
    })
  })

  it('points the bot at its own database, which it waits for', () => {
    const url = new URL(environment['DATABASE_URL'] ?? '')
    const db = interpolated(services.db.environment, { POSTGRES_PASSWORD: 'secret' })
    expect({
      host: url.hostname,
      user: url.username,
      password: url.password,
      database: url.pathname.slice(1),
    }).toEqual({
      host: 'db',
      user: db['POSTGRES_USER'],
      password: db['POSTGRES_PASSWORD'],
      database: db['POSTGRES_DB'],
    })
    expect(services.bot.depends_on).toEqual({ db: { condition: 'service_healthy' } })
    expect(services.db.healthcheck?.test[0]).toBe('CMD')
  })

  it('publishes the port of the bot on this machine only, and no other', () => {
    expect(services.bot.ports.map((port) => interpolate(port, {}))).toEqual(['127.0.0.1:3978:3978'])
    expect(services.db.ports).toEqual([])
  })

  it('keeps data in volumes that it declares', () => {
    const used = [...services.bot.volumes, ...services.db.volumes].map((volume) => volume.split(':')[0] ?? '')
    expect(used.sort()).toEqual(Object.keys(volumes).sort())
    expect(services.bot.volumes.map((volume) => volume.split(':')[1])).toEqual([restOf('VOLUME')])
  })

  it('wants nothing that .env.example does not name', () => {
    const wanted = [...read('compose.yaml').matchAll(/\$\{([A-Z_]+)/gu)].map(([, name = '']) => name)
    const offered = read('.env.example')
    expect(wanted.filter((name) => !new RegExp(`^${name}=`, 'mu').test(offered))).toEqual([])
  })
})

describe('.ci/run', () => {
  it('can be executed and runs only scripts that exist', () => {
    expect(statSync(join(ROOT, '.ci/run')).mode & 0o111).toBe(0o111)
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
    const named = [...read('.ci/run').matchAll(/npm run (?:-s )?([\w:-]+)/gu)].map(([, name = '']) => name)
    expect(named).toEqual(['check', 'cli', 'test:browser'])
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })
})

/** What COPY takes from the project; `--from` takes from another stage. */
function sourcesOf(from: readonly Instruction[]): string[] {
  return from
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1))
}

/** Every file of the project that these import, directly or not. */
function importedFrom(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries)
  for (const file of found) {
    for (const [, specifier = ''] of withoutComments(read(file)).matchAll(/(?:from |import\()'(\.{1,2}\/[^']+)'/gu)) {
      found.add(relative(ROOT, join(ROOT, dirname(file), specifier)))
    }
  }
  return found
}

const withoutComments = (code: string): string => code.replaceAll(/^\s*(?:\/?\*|\/\/).*$/gmu, '')

function settingNames(): readonly string[] {
  const shapes = ['config.ts', 'adapters/model/settings.ts', 'adapters/slack/settings.ts'].map(read).join('\n')
  return [...shapes.matchAll(/^ {2}([A-Z][A-Z_]+): (?:z|key|address)\b/gmu)].map(([, name = '']) => name)
}

type Values = Readonly<Record<string, string>>

/** As Compose does it: `${NAME:-default}`, and `${NAME:?why}` for one that must be set. */
function interpolate(text: string, values: Values): string {
  return text.replaceAll(/\$\{([A-Z_]+):([-?])([^}]*)\}/gu, (_, ...parts: string[]) => {
    const [name = '', kind, rest = ''] = parts
    const value = values[name] ?? (kind === '-' ? rest : undefined)
    if (value === undefined) throw new Error(`${name}: ${rest}`)
    return value
  })
}

function interpolated(texts: Values, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, interpolate(text, values)]))
}
