import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Ajv from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { packageApp } from '../../../adapters/teams/package/package.ts'
import { commandIn } from '../../../bot/commands.ts'
import { intentOf } from '../../../bot/intent.ts'
import { APP_ID } from './entra.ts'

const DRAFT_04: unknown = createRequire(import.meta.url)('ajv/lib/refs/json-schema-draft-04.json')
const SCHEMAS = join(import.meta.dirname, '../../fixtures/schemas')

const needs = { appId: APP_ID, publicUrl: 'https://shirube.example/', version: '1.2.3', lang: 'ja' } as const
const PACKAGES = { ja: packageApp(needs), en: packageApp({ ...needs, lang: 'en' }) }
const files = (lang: 'ja' | 'en' = 'ja') => unzipSync(PACKAGES[lang])
const jsonIn = (name: string, lang: 'ja' | 'en' = 'ja') =>
  JSON.parse(strFromU8(files(lang)[name] ?? new Uint8Array())) as Readonly<Record<string, unknown>>

/** What is wrong with a value by one of Microsoft's schemas. */
async function problems(name: string, value: unknown): Promise<unknown> {
  const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore', extendRefs: 'ignore' })
  ajv.addMetaSchema(DRAFT_04 as object)
  const schema = JSON.parse(await readFile(join(SCHEMAS, `${name}.schema.json`), 'utf8')) as object
  const validate = ajv.compile(schema)
  await validate(value)
  return validate.errors
}

it.each(['ja', 'en'] as const)('is a package as Microsoft’s schemas have it, with %s first', async (lang) => {
  const other = lang === 'ja' ? 'en' : 'ja'
  expect(Object.keys(files(lang)).toSorted()).toEqual(['color.png', `${other}.json`, 'manifest.json', 'outline.png'])
  expect(await problems('MicrosoftTeams', jsonIn('manifest.json', lang))).toBeNull()
  expect(await problems('MicrosoftTeams.Localization', jsonIn(`${other}.json`, lang))).toBeNull()
})

it('would not pass with a field that the schema does not know', async () => {
  expect(await problems('MicrosoftTeams', { ...jsonIn('manifest.json'), bots: [{ botId: 'x' }] })).not.toBeNull()
})

it('names the bot, its address, and where people may talk to it', () => {
  expect(jsonIn('manifest.json')).toMatchObject({
    id: APP_ID,
    version: '1.2.3',
    validDomains: ['shirube.example'],
    bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
  })
})

it.each(['ja', 'en'] as const)('offers commands that the bot understands, in %s', (lang) => {
  const { bots } = jsonIn('manifest.json', lang) as { bots: { commandLists: { commands: { title: string }[] }[] }[] }
  const titles = bots[0]?.commandLists[0]?.commands.map(({ title }) => title) ?? []
  expect(titles.length).toBeGreaterThan(5)
  for (const title of titles) expect(commandIn(title) !== undefined || intentOf(title) === 'help', title).toBe(true)
})

it.each([
  ['color.png', 192],
  ['outline.png', 32],
])('brings %s at %i pixels', (name, size) => {
  const png = Buffer.from(files()[name] ?? [])
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
})

it('is the same file every time', () => {
  expect(Buffer.from(packageApp(needs)).equals(PACKAGES.ja)).toBe(true)
})
