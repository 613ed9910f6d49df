import type { Lang } from '../../../corpus/schema.ts'
import { plainText } from '../../plain-text.ts'
import type { Turn } from '../../ports.ts'
import { readFacet, type Facet } from '../facet.ts'
import { levelAskedFor } from '../level-asked.ts'
import { countNewWords, saysMore } from './new-words.ts'
import { readPick, type Picked } from './pick.ts'
import { languageAskedFor } from './language-asked.ts'
import { listedIn, refusedIn, subjectOf, type Subject } from './subject.ts'

/**
 * What a message means after earlier turns.
 * `pick`: something out of a list that was shown. `on`: it asks on about what was just answered. `again`: it wants that said another way.
 * `open`: it may be about that or about something else; search has to tell. `instead`: it puts right what was understood.
 * `added`: the question before was refused, and this may say more of it; `goesOn`: it surely does. `new`: it says by itself that it is about something
 * else, or nothing was said before.
 */
export type FollowUp =
  | Readonly<{ kind: 'pick'; pick: Picked; listed: readonly string[] }>
  | Readonly<{ kind: 'on'; subject: Subject; facet: Facet }>
  | Readonly<{ kind: 'again'; subject: Subject; facet: Facet; lang?: Lang }>
  | Readonly<{ kind: 'elsewhere'; subject: Subject }>
  | Readonly<{ kind: 'open'; subject: Subject; facet: Facet; newWords: number }>
  | Readonly<{ kind: 'instead'; subject: Subject; said: string }>
  | Readonly<{ kind: 'added'; question: string; goesOn: boolean }>
  | Readonly<{ kind: 'new' }>

export function readFollowUp(text: string, turns: readonly Turn[]): FollowUp {
  const said = plainText(text).trim()
  const subject = subjectOf(turns)
  const picking = pickIn(said, { listed: listedIn(turns.toReversed()) ?? subject?.listed ?? [], subject })
  if (picking !== undefined) return picking
  if (CHANGE.test(said)) return { kind: 'new' }
  if (subject === undefined) return addedTo(refusedIn(turns), said)
  return corrected(said, subject) ?? restyled(said, subject) ?? askingOn(said, subject)
}

type Shown = Readonly<{ listed: readonly string[]; subject: Subject | undefined }>

/** Words pick out of a list only where there is a choice; a place and "the other one" also where one was chosen already. */
function pickIn(said: string, { listed, subject }: Shown): FollowUp | undefined {
  const pick = listed.length === 0 ? undefined : readPick(said)
  const several = listed.length > 1 ? listed : (subject?.shown ?? [])
  switch (pick?.kind) {
    case undefined:
      return undefined
    case 'other':
      return otherOf(several, subject?.main)
    case 'place':
      return { kind: 'pick', pick, listed: several.length > 1 ? several : listed }
    case 'about':
      return listed.length === 1 ? undefined : { kind: 'pick', pick, listed }
    case 'none':
    case 'all':
      return { kind: 'pick', pick, listed }
  }
}

/** Of two, the one that isn't talked about. */
function otherOf(shown: readonly string[], main: string | undefined): FollowUp | undefined {
  const at = shown.findIndex((id) => id !== main)
  return shown.length === 2 ? { kind: 'pick', pick: { kind: 'place', at }, listed: shown } : undefined
}

/** "And on Sunday?" goes on about what was refused, whatever it finds by itself. */
const GOES_ON = /^(?:and|or|what about|how about)\b|^(?:じゃあ?|では|で、|なら)/u

const addedTo = (question: string | undefined, said: string): FollowUp =>
  question === undefined ? { kind: 'new' } : { kind: 'added', question, goesOn: GOES_ON.test(said) }

const CHANGE =
  /^(?:by the way|btw|another (?:thing|question|topic)|different (?:question|topic)|something else:?|new question|unrelated|changing the subject)\b|^(?:ところで|話は?変わ(?:る|り)|別の(?:話|質問|件)|それとは別|全然違う話)/u

/** "No, I meant …", "not X, I mean Y", 「いや、…じゃなくて…」. */
const CORRECTION: readonly RegExp[] = [
  /^(?:no[,.]?|not [^,]{1,40},|sorry,?) (?:i mean(?:t)?|it's about|rather) (?<meant>.{3,})$/u,
  /^(?:いや|いえ|違う|違います|ちがう|ごめん|すみません)?[、,。 ]*.{1,24}(?:じゃ|では)(?:なく(?:て[、,]?|[、,])|ない[、,。])(?<meant>.{3,})$/u,
]

function corrected(said: string, subject: Subject): FollowUp | undefined {
  const meant = CORRECTION.map((correction) => correction.exec(said)?.groups?.['meant']).find(
    (one) => one !== undefined,
  )
  return meant === undefined ? undefined : { kind: 'instead', subject, said: meant }
}

function restyled(said: string, subject: Subject): FollowUp | undefined {
  const lang = languageAskedFor(said)
  if (lang !== undefined) return { kind: 'again', subject, facet: subject.facet, lang }
  if (levelAskedFor(said) === undefined || countNewWords(said) > 0) return undefined
  const { facet } = readFacet(said)
  return {
    kind: 'again',
    subject,
    facet: facet === 'overview' || facet === 'what' || facet === 'how' ? subject.facet : facet,
  }
}

/** A message that names this many things is a question of its own. */
const STANDS_ALONE = 5

const VENDOR = /\b(?:vendor|provider|contractor|outsourc\w*|it company)\b|業者|委託先|ベンダー|外注/u

function askingOn(said: string, subject: Subject): FollowUp {
  const { facet } = readFacet(said)
  const newWords = countNewWords(said)
  if (newWords <= 2 && wantsElsewhere(said, facet)) return { kind: 'elsewhere', subject }
  if (newWords === 0 && !saysMore(said)) return { kind: 'on', subject, facet }
  if (newWords === 1 && asksForVendor(said, facet)) return { kind: 'on', subject, facet: 'who' }
  if (newWords >= STANDS_ALONE) return { kind: 'new' }
  return { kind: 'open', subject, facet, newWords }
}

const asksForVendor = (said: string, facet: Facet): boolean =>
  (facet === 'overview' || facet === 'who') && VENDOR.test(said)

const wantsElsewhere = (said: string, facet: Facet): boolean =>
  facet === 'elsewhere' || (facet !== 'what' && OTHER_FRAMEWORK.test(said))

/** Names another framework than the CPSF, as in "and in the three star list?". */
const OTHER_FRAMEWORK = /\b(?:iso|nist|scs|ipa)\b|27001|★|\bstars?\b|自社診断|6か条|評価制度/u
