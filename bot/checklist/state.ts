import type { ChecklistChange, ChecklistItem } from '../../corpus/schema.ts'
import type { Applies } from '../firms/profile.ts'
import { appliesTo } from './fold/applies.ts'
import type { Status } from './answer.ts'
import type { Checklist, ListedItem } from './checklist.ts'
import { countEntries } from './fold/counting.ts'
import { afterMerge, afterSplit, ancestorsOf, originOf } from './fold/inherited.ts'
import type { DoneToItem, Logged } from './log.ts'
import { versionOf } from './fold/revision.ts'
import { afterEntry, openAgain, UNTOUCHED, type Standing } from './fold/standing.ts'

/** Something that was done to an item, in order; `undone` where it counts no longer. */
export type Happened = Logged<DoneToItem> & Readonly<{ undone: boolean }>

/** How one item stands. `reworded`: the question reads otherwise than when it was answered, and the answer stands. */
export type ItemState = Standing &
  Omit<ListedItem, 'body'> &
  Readonly<{
    item: ChecklistItem
    status: Status | 'open'
    reworded: boolean
    history: readonly Happened[]
  }>

/** An item that is asked no longer, with what was said about it. */
export type RetiredItem = Standing & Readonly<{ change: ChecklistChange; history: readonly Happened[] }>

/** `items`: those that have a place in the firm, in the checklist's order. `apart`: the others. `retired`: only what somebody touched. */
export type ChecklistState = Readonly<{
  items: readonly ItemState[]
  apart: readonly ItemState[]
  retired: readonly RetiredItem[]
}>

export type Basis = Readonly<{ checklist: Checklist; profile: Applies }>

/**
 * How a firm's whole checklist stands: the one fold over the log that every surface uses. Pure, and the same for the same entries
 * in any order, however often each is there.
 */
export function stateOf({ checklist, profile }: Basis, log: readonly Logged[]): ChecklistState {
  const said = readLog(checklist.changes, log)
  const states = checklist.items.map((listed) => itemState(listed, said))
  return {
    items: states.filter(({ item }) => appliesTo(item, profile)),
    apart: states.filter(({ item }) => !appliesTo(item, profile)),
    retired: checklist.changes.flatMap((change) => retiredItem(change, said)),
  }
}

type Said = Readonly<{
  changes: readonly ChecklistChange[]
  /** Everything about an item, what was undone included. */
  about: (item: string) => readonly Happened[]
}>

function readLog(changes: readonly ChecklistChange[], log: readonly Logged[]): Said {
  const { entries, undone } = countEntries(log)
  const happened = entries.flatMap(({ done, ...entry }) =>
    done.kind === 'undone' ? [] : [{ ...entry, done, undone: undone.has(entry.seq) }],
  )
  const byItem = Map.groupBy(happened, ({ done }) => done.item)
  return { changes, about: (item) => byItem.get(item) ?? [] }
}

function itemState({ body, criteria, revision }: ListedItem, said: Said): ItemState {
  const standing = ofThisVersion(standingOf(body.id, said), body.version)
  return {
    ...standing,
    item: body,
    criteria,
    revision,
    status: standing.given?.status ?? 'open',
    reworded: standing.given !== undefined && standing.given.revision !== revision,
    history: historyOf(body.id, said),
  }
}

function standingOf(item: string, said: Said): Standing {
  return said
    .about(item)
    .filter(({ undone }) => !undone)
    .reduce(afterEntry, inherited(item, said))
}

function inherited(item: string, said: Said): Standing {
  const origin = originOf(item, said.changes)
  switch (origin?.kind) {
    case undefined:
      return UNTOUCHED
    case 'split':
      return afterSplit(standingOf(origin.from, said), origin.since)
    case 'merged':
      return afterMerge(
        origin.from.map((part) => standingOf(part, said)),
        origin.since,
      )
  }
}

const ofThisVersion = (standing: Standing, version: number): Standing =>
  standing.given === undefined || versionOf(standing.given.revision) >= version
    ? standing
    : openAgain(standing, { kind: 'reworded' })

const historyOf = (item: string, said: Said): readonly Happened[] =>
  [...ancestorsOf(item, said.changes), item].flatMap((one) => said.about(one)).toSorted((a, b) => a.seq - b.seq)

function retiredItem(change: ChecklistChange, said: Said): readonly RetiredItem[] {
  if (change.kind !== 'retired') return []
  const history = historyOf(change.from, said)
  return history.length === 0 ? [] : [{ ...standingOf(change.from, said), change, history }]
}
