import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { filesOf } from './texts.ts'

/**
 * The path is the id, and an id stands for one thing in the whole corpus. Further ways of asking (`asked/`) and of going on
 * (`onward/`) repeat the id of the entry they belong to on purpose; that entry must be there.
 */
export function pathIsId(corpus: Corpus): readonly Problem[] {
  const own = idsIn(filesOf(corpus).filter(({ shelf }) => shelf !== 'asked' && shelf !== 'onward'))
  const [asked, onward] = [idsIn(corpus.asked), idsIn(corpus.onward)]
  return [
    ...[...own, ...asked, ...onward].flatMap(notItsPath),
    ...[own, asked, onward].flatMap(usedTwice),
    ...strays(corpus),
  ]
}

type IdInFile = Readonly<{ path: string; fileId: string; id: string }>

function idsIn(files: readonly Readonly<{ path: string; id: string; body: object }>[]): readonly IdInFile[] {
  return files.flatMap(({ path, id: fileId, body }) =>
    'id' in body && typeof body.id === 'string' ? [{ path, fileId, id: body.id }] : [],
  )
}

function notItsPath({ path, fileId, id }: IdInFile): readonly Problem[] {
  if (id === fileId) return []
  const wrong = `the id is not the file's name, ${fileId}`
  return [{ path, at: 'id', value: id, wrong, fix: 'give the file the name of its id, or mend the id' }]
}

function usedTwice(files: readonly IdInFile[]): readonly Problem[] {
  const first = new Map<string, string>()
  const problems: Problem[] = []
  for (const { path, id } of files) {
    const before = first.get(id)
    if (before === undefined) first.set(id, path)
    else
      problems.push({
        path,
        at: 'id',
        value: id,
        wrong: `${before} has this id too`,
        fix: 'give one of them another id',
      })
  }
  return problems
}

function strays({ asked, onward, clauses, pages, scs, ipa, playbooks }: Corpus): readonly Problem[] {
  const known = new Set([...clauses, ...pages, ...scs, ...ipa, ...playbooks].map(({ body }) => body.id))
  const wrong = 'these ways of asking belong to no entry'
  const fix = 'name the file after a clause, page, SCS item, IPA item or playbook'
  return [...asked, ...onward]
    .filter(({ body }) => !known.has(body.id))
    .map(({ path, body }) => ({ path, at: 'id', value: body.id, wrong, fix }))
}
