import { parseArgs, type ParseArgsConfig } from 'node:util'
import { levelNamed } from '../adapters/terminal/ask.ts'
import { LANGS, type Lang } from '../corpus/schema.ts'
import { UsageError } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** `parseArgs` whose complaints are usage errors. */
export function readOptions<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

export function readLang(value: string | undefined): Lang | undefined {
  if (value === undefined) return undefined
  const lang = LANGS.find((one) => one === value)
  if (lang === undefined)
    throw new UsageError(`--lang ${value}: not a language Shirube speaks; use ${LANGS.join(' or ')}`)
  return lang
}

export function readLevel(value: string | undefined) {
  const level = value === undefined ? undefined : levelNamed(value)
  if (value !== undefined && level === undefined)
    throw new UsageError(`--level ${value}: not a level Shirube writes for; use owner, incharge or newcomer`)
  return level
}
