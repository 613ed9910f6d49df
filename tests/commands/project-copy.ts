import { cp, mkdtemp, readdir, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { PROJECT } from './cli.ts'

const FOLDERS = ['adapters', 'bot', 'commands', 'corpus', 'evals', 'retrieval', 'start']

/** The project without its evaluation cases, for tests that spoil a file; the caller removes it. */
export async function copyProject(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'shirube-project-'))
  const names = (await readdir(PROJECT)).filter((name) => /\.(ts|json)$/u.test(name))
  const wanted = (path: string): boolean => relative(PROJECT, path) !== join('evals', 'cases')
  await Promise.all(
    [...names, ...FOLDERS].map((name) =>
      cp(join(PROJECT, name), join(copy, name), { recursive: true, filter: wanted }),
    ),
  )
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'))
  return copy
}
