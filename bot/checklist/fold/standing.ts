import type { Answer } from '../answer.ts'
import type { DoneToItem, Logged, Party } from '../log.ts'

export type Signed = Readonly<{ by: string; at: string }>

/** An answer with who gave it, when, and to which wording. */
export type Given = Answer & Signed & Readonly<{ seq: number; revision: string }>

export type Evidence = Extract<DoneToItem, { kind: 'evidence_added' }>['evidence'] & Signed & Readonly<{ seq: number }>

/** Why an item that was answered is open again. */
export type Because =
  | Readonly<{ kind: 'sent_back'; reason: string; by: string; at: string }>
  | Readonly<{ kind: 'profile'; appliesWhen: string; at: string }>
  /** The question asks for something else than when it was answered. */
  | Readonly<{ kind: 'reworded' }>
  | Readonly<{ kind: 'split' | 'merged'; since: string }>

/** `was`: what was answered before, one for each item that went into this one. */
export type Reopened = Readonly<{ because: Because; was: readonly Given[] }>

/** Everything said about one item that counts now. `putOff`: the day on which it is recommended again. */
export type Standing = Readonly<{
  given: Given | undefined
  reopened: Reopened | undefined
  confirmed: Signed | undefined
  note: string | undefined
  evidence: readonly Evidence[]
  owner: string | undefined
  due: string | undefined
  putOff: string | undefined
  responsible: Party | undefined
  last: Signed | undefined
}>

export const UNTOUCHED: Standing = {
  given: undefined,
  reopened: undefined,
  confirmed: undefined,
  note: undefined,
  evidence: [],
  owner: undefined,
  due: undefined,
  putOff: undefined,
  responsible: undefined,
  last: undefined,
}

/** How an item stands after one more entry about it that counts. */
export function afterEntry(standing: Standing, { done, seq, by, at }: Logged<DoneToItem>): Standing {
  const now = { ...standing, last: { by, at } }
  switch (done.kind) {
    case 'answered': {
      const given = { ...done.answer, by, at, seq, revision: done.revision }
      return { ...now, given, reopened: undefined, confirmed: undefined, putOff: undefined }
    }
    case 'noted':
      return { ...now, note: done.text === '' ? undefined : done.text }
    case 'evidence_added':
      return { ...now, evidence: [...now.evidence, { ...done.evidence, by, at, seq }] }
    case 'evidence_removed':
      return { ...now, evidence: now.evidence.filter((one) => one.seq !== done.added) }
    case 'owner_set':
      return { ...now, owner: done.owner }
    case 'owner_cleared':
      return { ...now, owner: undefined }
    case 'due_set':
      return { ...now, due: done.due }
    case 'due_cleared':
      return { ...now, due: undefined }
    case 'put_off':
      return { ...now, putOff: done.until }
    case 'responsible_set':
      return { ...now, responsible: done.party }
    case 'responsible_cleared':
      return { ...now, responsible: undefined }
    case 'confirmed':
      return now.given?.seq === done.answer ? { ...now, confirmed: { by, at } } : standing
    case 'sent_back': {
      const because = { kind: 'sent_back', reason: done.reason, by, at } as const
      return now.given?.seq === done.answer ? openAgain(now, because) : standing
    }
    case 'reopened': {
      const because = { kind: 'profile', appliesWhen: done.because.applies_when, at } as const
      return now.given?.seq === done.answer ? openAgain(now, because) : standing
    }
  }
}

/** Open, with what was answered kept beside the reason; all else stays. */
export function openAgain(standing: Standing, because: Because): Standing {
  const was = standing.given === undefined ? (standing.reopened?.was ?? []) : [standing.given]
  return {
    ...standing,
    given: undefined,
    confirmed: undefined,
    reopened: was.length > 0 ? { because, was } : undefined,
  }
}
