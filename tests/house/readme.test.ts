import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../commands/command.ts'

const ROOT = join(import.meta.dirname, '../..')
const NOT_OURS = /(?:^|\/)(?:node_modules|coverage|\.[^/]+)\//u

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const pages = (await readdir(ROOT, { recursive: true }))
  .filter((path) => path.endsWith('.md') && !NOT_OURS.test(path))
  .sort()

/** The usage line without what explains it: that stands apart by two spaces or more. */
const USAGE = (await commands()).flatMap(({ usage }) => usage).map((line) => line.split(/\s{2,}/u)[0] ?? '')

describe.each(pages)('%s', (page) => {
  it('links only to files that exist', () => {
    expect(linksIn(read(page)).filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([])
  })

  it('names only commands that exist', () => {
    const text = read(page)
    const wrong = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/gu)].flatMap(([, name = '']) =>
      isScript(name) ? [] : [name],
    )
    const wrongWords = [...text.matchAll(/npm run -s cli -- ([^`\n]+)/gu)].flatMap(([, words = '']) =>
      isUsage(words) ? [] : [words],
    )
    expect([...wrong, ...wrongWords]).toEqual([])
  })
})

describe.each(['README.md', 'README.ja.md', 'docs/operating.md', '.env.example'])('%s', (page) => {
  it('names every setting', () => {
    const text = read(page)
    expect(settings().filter((name) => !text.includes(name))).toEqual([])
  })
})

describe('the two READMEs', () => {
  it('name the same commands and files', () => {
    expect(commandsIn(read('README.ja.md'))).toEqual(commandsIn(read('README.md')))
    const others = (name: string): string[] => linksIn(read(name)).filter((link) => !/README|docs\/images/u.test(link))
    expect(new Set(others('README.ja.md'))).toEqual(new Set(others('README.md')))
  })

  it('begin with the two commands', () => {
    for (const name of ['README.md', 'README.ja.md']) {
      expect(codeIn(read(name)).slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
    }
  })
})

describe('a decision', () => {
  it.each(pages.filter((path) => path.startsWith('docs/decisions/')))('%s has the five parts', (page) => {
    expect(relative('docs/decisions', page)).toMatch(/^\d{4}-[a-z-]+\.md$/u)
    const headings = [...read(page).matchAll(/^## (.+)$/gmu)].map(([, heading = '']) => heading)
    const parts = ['Context', 'Decision', 'Why', 'What it costs', 'How to change it']
    expect(headings).toEqual(expect.arrayContaining(parts))
  })
})

/** Everything with a usage that a file in commands/ exports. */
async function commands(): Promise<readonly Command[]> {
  const files = await readdir(join(ROOT, 'commands'))
  const modules = await Promise.all(
    files.map((file) => import(join(ROOT, 'commands', file)) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap((one) => Object.values(one).filter(isCommand))
}

function isCommand(exported: unknown): exported is Command {
  return typeof exported === 'object' && exported !== null && 'usage' in exported && 'run' in exported
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, link = '']) => link.split('#')[0] ?? '')
    .filter((link) => link !== '' && !/^[a-z]+:/u.test(link))
}

const codeIn = (text: string): string[] => [...text.matchAll(/```sh\n(.*?)\n```/gsu)].map(([, code = '']) => code)

/** Without what is asked, which each language says in its own words. */
const commandsIn = (text: string): string[] => codeIn(text).map((code) => code.replaceAll(/"[^"]*"/gu, '""'))

function isScript(name: string): boolean {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  return Object.hasOwn(scripts, name)
}

/** Begins with the words of a usage line and has no option that the command doesn't know. */
function isUsage(words: string): boolean {
  const lines = USAGE.filter((line) => words.startsWith(fixedWords(line)))
  const options = words.match(/--[a-z]+/gu) ?? []
  return lines.length > 0 && options.every((option) => lines.some((line) => line.includes(option)))
}

/** `eval run` of `eval run [--cases FILE] [--json]`. */
const fixedWords = (line: string): string => /^[a-z]+(?: [a-z]+)*/u.exec(line)?.[0] ?? ''

/** Their names as config.ts reads them from the environment. */
function settings(): string[] {
  const names = [...read('config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gmu)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(0)
  return names
}
