import type { Lang } from '../../../corpus/schema.ts'
import type { Progress } from '../../reply.ts'
import type { PaperKind } from './page.ts'

/** Somebody to reach. An empty `name` or `reach` is a line to write on. `note` says what for, `hours` when. */
export type Reachable = Readonly<{ role: string; name: string; reach: string; note?: string; link?: string }>

/** One part of a page. `answers` are rows of a table; a row may have `detail` under it. */
export type Section =
  | Readonly<{ kind: 'numbers'; lines: readonly string[]; progress: Progress }>
  | Readonly<{ kind: 'steps'; heading: string; items: readonly string[]; tone: 'do' | 'dont' }>
  | Readonly<{ kind: 'people'; heading: string; intro: string; people: readonly Reachable[] }>
  | Readonly<{ kind: 'text'; heading: string; text: string }>
  | Readonly<{ kind: 'facts'; facts: readonly Readonly<{ label: string; value: string }>[] }>
  | Readonly<{ kind: 'list'; heading: string; items: readonly string[] }>
  | Readonly<{
      kind: 'table'
      heading: string
      columns: readonly string[]
      rows: readonly Readonly<{ cells: readonly string[]; detail?: string }>[]
    }>
  | Readonly<{ kind: 'signature'; lines: readonly string[] }>

/** A page to print. `asOf` is the day it shows, in the firm's time zone. */
export type Paper = Readonly<{
  kind: PaperKind
  lang: Lang
  title: string
  firm: string
  asOf: string
  sample: string | undefined
  sections: readonly Section[]
  footnotes: readonly string[]
}>
