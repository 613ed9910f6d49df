import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli } from './cli.ts'
import { copyProject } from './project-copy.ts'

let project: string
beforeAll(async () => {
  project = await copyProject()
})
afterAll(() => rm(project, { recursive: true, force: true }))

describe('wrong usage exits 2, says what is wrong and how it is used, and prints nothing else', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['no command', [], 'no command given'],
    ['an unknown command', ['frobnicate'], 'frobnicate: no such command'],
    ['a name that every object has', ['toString'], 'toString: no such command'],
    ['ask without a question', ['ask'], 'no question given'],
    ['ask with an empty question', ['ask', ' '], 'no question given'],
    ['ask in a language there is not', ['ask', '--lang', 'fr', 'bonjour'], '--lang fr'],
    ['ask with an unknown option', ['ask', '--loud', 'hello'], '--loud'],
    ['a question beside --batch', ['ask', '--batch', 'hello'], '--batch'],
    ['corpus alone', ['corpus'], 'check or stats'],
    ['an unknown corpus command', ['corpus', 'mend'], 'corpus mend'],
    ['too many words after corpus check', ['corpus', 'check', 'now'], 'now'],
    ['eval alone', ['eval'], 'use run'],
    ['an unknown eval command', ['eval', 'guess'], 'eval guess'],
    ['eval beir without a folder', ['eval', 'beir'], '--dir'],
    ['eval run with a file but without --cases', ['eval', 'run', 'mine.jsonl'], 'mine.jsonl'],
    ['firm alone', ['firm'], 'list, show, code, export, import or delete'],
    ['an unknown firm command', ['firm', 'merge'], 'list, show, code, export, import or delete'],
    ['firm delete without an id', ['firm', 'delete', '--yes'], 'firm delete needs one id'],
    ['firm list with an id', ['firm', 'list', 'x'], 'takes no id'],
    ['operator alone', ['operator'], 'add, remove or list'],
    ['feedback with a word after it', ['feedback', 'CPS.IP-9'], 'no more words'],
    ['backup without a file', ['backup'], 'one file'],
    ['restore with two files', ['restore', 'a', 'b'], 'one backup'],
    ['teams alone', ['teams'], 'teams needs package'],
    ['teams package with two files', ['teams', 'package', 'a', 'b'], 'one file'],
    ['doctor with a word after it', ['doctor', 'who'], 'who'],
    ['doctor with an unknown option', ['doctor', '--quick'], '--quick'],
  ])('%s', async (_, args, wrong) => {
    const { code, stdout, stderr } = await cli(args, { project })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(wrong)
    expect(stderr).toContain('Usage:\n  npm run -s cli -- ')
  })

  it('names every command to somebody who knows none', async () => {
    const { stderr } = await cli([], { project })
    for (const name of [
      'ask',
      'ask --batch',
      'corpus check',
      'eval run',
      'eval gate',
      'eval beir',
      'firm delete ID --yes',
      'backup',
      'restore',
      'teams package',
      'operator',
      'doctor',
    ]) {
      expect(stderr).toContain(`cli -- ${name}`)
    }
  })
})

describe('settings that cannot be used', () => {
  const env = { PORT: 'abc', DATABASE_URL: 'mysql://user:secret@host/db', DEFAULT_LANG: 'fr' }

  it.each([[['ask', 'hello']], [['doctor']]])(
    'are all named by %j, which exits 1, but no password is shown',
    async (args) => {
      const { code, stdout, stderr } = await cli(args, { env })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      for (const bad of ['PORT=abc', 'DATABASE_URL=', 'DEFAULT_LANG=fr']) expect(stderr).toContain(bad)
      expect(stderr).not.toContain('secret')
    },
  )
})
