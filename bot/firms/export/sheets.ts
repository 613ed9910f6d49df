import type { Answer } from '../../checklist/answer.ts'
import type { ItemState } from '../../checklist/state.ts'
import { checklistWordsIn } from '../../words/checklist/words.ts'
import { firmWordsIn } from '../../words/firms.ts'
import { paperWordsIn } from '../../words/paper/words.ts'
import { nameOf } from '../names.ts'
import type { FirmFile } from '../paper/open-file.ts'

/** A table of text; every row has as many cells as there are columns. */
export type Sheet = Readonly<{ name: string; columns: readonly string[]; rows: readonly (readonly string[])[] }>

/** What a firm takes along as tables: the items first, then what was done, then who. */
export const sheetsOf = (file: FirmFile): readonly [Sheet, ...Sheet[]] => [
  itemSheet(file),
  historySheet(file),
  memberSheet(file),
]

function itemSheet(file: FirmFile): Sheet {
  const words = paperWordsIn(file.lang)
  const { items, apart } = file.state
  return {
    name: words.sheets.items,
    columns: words.itemColumns,
    rows: [...items.map((one) => itemRow(one, file)), ...apart.map((one) => itemRow(one, file, words.apart))],
  }
}

function itemRow(one: ItemState, file: FirmFile, apart = ''): readonly string[] {
  const { members, lang } = file
  const words = paperWordsIn(lang)
  const name = (id: string | undefined): string => (id === undefined ? '' : nameOf(id, members, lang))
  return [
    one.item.id,
    words.stages[one.item.stage],
    one.item.question[lang],
    apart === '' ? checklistWordsIn(lang).status[one.status] : apart,
    reasonOf(one.given),
    name(one.given?.by),
    one.given?.at.slice(0, 10) ?? '',
    name(one.confirmed?.by),
    name(one.owner),
    one.due ?? '',
    one.responsible === undefined ? '' : words.parties[one.responsible],
    one.note ?? '',
    one.evidence.map((shown) => evidenceText(shown, file)).join('\n'),
  ]
}

/** With the whole hash, by which a file can be checked. */
function evidenceText(one: ItemState['evidence'][number], { lang, today }: FirmFile): string {
  const what = one.kind === 'link' ? one.url : `${one.name} SHA-256 ${one.sha256}`
  const { expires: until } = one
  return until === undefined ? what : checklistWordsIn(lang).validUntil(what, { until, over: until < today })
}

function reasonOf(given: Answer | undefined): string {
  if (given?.status === 'not_applicable') return given.reason
  return given?.status === 'partly' ? given.met.join(', ') : ''
}

/** As it was written, what was undone included. */
function historySheet({ log, members, lang }: FirmFile): Sheet {
  const words = paperWordsIn(lang)
  const rows = log.map(({ seq, at, by, done }) => {
    const { kind, ...what } = done
    const { item, details } = 'item' in what ? split(what) : { item: '', details: what }
    return [String(seq), at, nameOf(by, members, lang), item, kind, JSON.stringify(details)]
  })
  return { name: words.sheets.history, columns: words.historyColumns, rows }
}

const split = ({ item, ...details }: Readonly<{ item: string }>): Readonly<{ item: string; details: object }> => ({
  item,
  details,
})

function memberSheet({ members, lang }: FirmFile): Sheet {
  const words = paperWordsIn(lang)
  const rows = members
    .filter(({ is }) => is === undefined)
    .map(({ id, roles, left }) => [
      nameOf(id, members, lang),
      roles.map((role) => firmWordsIn(lang).roles[role]).join(lang === 'ja' ? '・' : ', '),
      left ? '-' : '✓',
    ])
  return { name: words.sheets.members, columns: words.memberColumns, rows }
}
