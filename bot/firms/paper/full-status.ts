import { showFileReference } from '../../checklist/file-reference.ts'
import { progressOf } from '../../checklist/progress.ts'
import type { ItemState } from '../../checklist/state.ts'
import { checklistWordsIn } from '../../words/checklist/words.ts'
import { deskWordsIn } from '../../words/desk.ts'
import { paperWordsIn } from '../../words/paper/words.ts'
import { nameOf } from '../names.ts'
import type { FirmFile } from './open-file.ts'
import type { Section } from './paper.ts'

/** Every item with everything that counts now, what was left out included. */
export function fullStatus(file: FirmFile): readonly Section[] {
  const { state, lang } = file
  const words = paperWordsIn(lang)
  const progress = progressOf(state)
  const tables = (['start', 'basics', 'show'] as const).map((stage): Section => ({
    kind: 'table',
    heading: words.stages[stage],
    columns: words.statusColumns,
    rows: state.items.filter(({ item }) => item.stage === stage).map((one) => rowOf(one, file)),
  }))
  const apart: Section = {
    kind: 'list',
    heading: words.apart,
    items: state.apart.map(({ item }) => item.question[lang]),
  }
  return [
    { kind: 'numbers', lines: deskWordsIn(lang).progressLines(progress), progress },
    ...tables,
    ...(state.apart.length === 0 ? [] : [apart]),
  ]
}

function rowOf(one: ItemState, file: FirmFile): Readonly<{ cells: readonly string[]; detail?: string }> {
  const { members, lang } = file
  const owner = one.owner === undefined ? '' : nameOf(one.owner, members, lang)
  const cells = [one.item.id, one.item.question[lang], checklistWordsIn(lang).status[one.status], owner, one.due ?? '']
  const detail = detailsOf(one, file).join('\n')
  return detail === '' ? { cells } : { cells, detail }
}

function detailsOf(one: ItemState, file: FirmFile): readonly string[] {
  const { members, lang } = file
  const words = paperWordsIn(lang)
  const { given, note, evidence, confirmed } = one
  return [
    ...(given?.status === 'not_applicable' ? [`${words.reason}: ${given.reason}`] : []),
    ...(note === undefined ? [] : [`${words.note}: ${note}`]),
    ...(evidence.length === 0
      ? []
      : [`${words.evidence}: ${evidence.map((shown) => evidenceText(shown, file)).join(' / ')}`]),
    ...(confirmed === undefined
      ? []
      : [words.confirmed(nameOf(confirmed.by, members, lang), confirmed.at.slice(0, 10))]),
  ]
}

function evidenceText(one: ItemState['evidence'][number], { lang, today }: FirmFile): string {
  const what = one.kind === 'link' ? one.url : showFileReference(one)
  const { expires: until } = one
  return until === undefined ? what : checklistWordsIn(lang).validUntil(what, { until, over: until < today })
}
