import type { Lang } from '../../../corpus/schema.ts'
import { contentOf, likeness } from './content.ts'
import { fold } from './fold.ts'

/** What a clause does with its content: forbids it, demands it, leaves it open, narrows it down. */
type Mark = 'not' | 'must' | 'should' | 'may' | 'only'

/**
 * In this order, each on what the ones before it have left: しなければならない is a duty and no negation, してはならない both.
 * Words that only look like a mark (少ない, not only) are taken out first and mean nothing.
 */
const MARKS: readonly Readonly<{ pattern: RegExp; marks: readonly Mark[] }>[] = [
  {
    pattern:
      /\bnot only\b|だけでなく|のみならず|少な[いくけ]|危な[いくけ]|間もなく|まもなく|はずです|はずだ|まず|つまらな|限り(?=です)/giu,
    marks: [],
  },
  { pattern: /か(?:も|どうか)(?:しれな[いく]|知れな[いく]|しれません|知れません)/gu, marks: ['may'] },
  {
    pattern:
      /(?:なければ|なけりゃ|なくては|ないと)(?:なら|いけ|だめ)?(?:ない|ません|なりません|です)?|ねばな(?:らない|りません)|なきゃ/gu,
    marks: ['must'],
  },
  { pattern: /(?:ては|では|ちゃ)(?:なら|なり|いけ|だめ|駄目|困)(?:ない|ません|ず)?/gu, marks: ['must', 'not'] },
  {
    pattern:
      /(?:なくても|ずとも|しなくて)(?:よい|良い|いい|かまわ(?:ない|ません)|構わ(?:ない|ません))|不要|必要(?:は|が)?(?:ない|ありません|なく)|任意/gu,
    marks: ['may', 'not'],
  },
  {
    pattern:
      /(?:ても|でも)(?:よい|良い|いい|よく|かまわ(?:ない|ません)|構わ(?:ない|ません)|差し支え(?:ない|ありません))/gu,
    marks: ['may'],
  },
  { pattern: /(?:こと(?:は|が)|は)?(?:でき(?:ない|ません|なく|ず)|不可能|不可)/gu, marks: ['may', 'not'] },
  { pattern: /でき(?:る|ます|た|れば)|可能/gu, marks: ['may'] },
  { pattern: /必要(?:が|は)?(?:ある|あります|です)|必須|義務|必要とし|求められ(?:る|ます|て)/gu, marks: ['must'] },
  { pattern: /べきで(?:は|も)?(?:ない|ありません)|望ましくな[いく]/gu, marks: ['should', 'not'] },
  {
    pattern: /べき|望まし[いく]|推奨|お?勧め|おすすめ|ほうが(?:よい|良い|いい)|方が(?:よい|良い|いい)/gu,
    marks: ['should'],
  },
  { pattern: /しか(?=[^。]*(?:ない|ません))|だけ|のみ|に限[りるら]|以外|除[いき]/gu, marks: ['only'] },
  {
    pattern:
      /禁止|禁じ|無効|拒否|やめ[るたてま]|避け|ない|ません|なく|なかっ|(?<=[させらわかがたなばま])ず(?=に|、|。|$)|ぬよう/gu,
    marks: ['not'],
  },
  {
    pattern:
      /\b(?:(?:does|do|did|need|has|have)(?: not|n't) (?:have|need) to|needn't|need not|not (?:required|necessary|mandatory)|unnecessary|optional(?:ly)?)\b/giu,
    marks: ['may', 'not'],
  },
  { pattern: /\b(?:must|shall)(?: not|n't| never)\b/giu, marks: ['must', 'not'] },
  { pattern: /\b(?:should|ought)(?: not|n't| never)\b/giu, marks: ['should', 'not'] },
  { pattern: /\b(?:(?:may|might|could|can) not|cannot|can't|couldn't)\b/giu, marks: ['may', 'not'] },
  {
    pattern:
      /\b(?:must|shall|have to|has to|had to|needs? to|required?|requires|mandatory|obligatory|compulsory|obliged|necessary)\b/giu,
    marks: ['must'],
  },
  { pattern: /\b(?:should|ought to|recommend(?:s|ed)?|advisable|preferabl[ey])\b/giu, marks: ['should'] },
  { pattern: /\b(?:may|might|can|could|allowed to|permitted to|free to|able to)\b/giu, marks: ['may'] },
  { pattern: /\b(?:only|unless|except(?:ing)?|solely|exclusively)\b/giu, marks: ['only'] },
  {
    pattern:
      /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|without|avoid(?:s|ed)?|stop|forbid(?:s|den)?|prohibit(?:s|ed)?|bann?(?:ed|s)?|disabl(?:e|es|ed)|deny|denied|refus(?:e|es|ed)|refrain)\b|n't\b/giu,
    marks: ['not'],
  },
]

/** A promise without exception, which a sentence may leave out but never add. */
const WITHOUT_EXCEPTION =
  /必ず|絶対|つねに|常に|すべて|全て|全部|全員|\b(?:always|all|every|everyone|everybody|any time|guarantee[sd]?|ensures?)\b/iu

/**
 * Whether each clause of a sentence says no more and no less than the clause it was made from: nothing forbidden became
 * allowed, nothing recommended became a duty, no "not", "only" or "may" was dropped or added.
 */
export function keepsDuties(sentence: string, sources: readonly string[], lang: Lang): boolean {
  const given = sources.flatMap((source) => clausesOf(source, lang))
  return clausesOf(sentence, lang).every((clause) => isKept(clause, given))
}

export const addsNoPromise = (sentence: string, sources: readonly string[]): boolean =>
  !WITHOUT_EXCEPTION.test(fold(sentence)) || sources.some((source) => WITHOUT_EXCEPTION.test(fold(source)))

type Weighed = Readonly<{ content: ReadonlySet<string>; marks: ReadonlySet<Mark> }>

/** Where several clauses are equally near, one of them must agree. */
function isKept(clause: Weighed, given: readonly Weighed[]): boolean {
  const near = given.map((source) => ({ source, near: likeness(clause.content, source.content) }))
  const nearest = Math.max(0, ...near.map((one) => one.near))
  return near.some((one) => one.near === nearest && isSame(one.source.marks, clause.marks))
}

const isSame = (one: ReadonlySet<Mark>, other: ReadonlySet<Mark>): boolean =>
  one.size === other.size && [...one].every((mark) => other.has(mark))

function marksIn(text: string): ReadonlySet<Mark> {
  const found = new Set<Mark>()
  let rest = text
  for (const { pattern, marks } of MARKS) {
    rest = rest.replaceAll(pattern, () => {
      for (const mark of marks) found.add(mark)
      return ' '
    })
  }
  return found
}

/** A piece with hardly any content ("every three months,", 「IDは、」) belongs to the clause after it, the last to the one before. */
function clausesOf(text: string, lang: Lang): readonly Weighed[] {
  const clauses: Weighed[] = []
  let pending = ''
  for (const piece of piecesOf(text)) {
    pending = `${pending} ${piece}`
    const content = contentOf(pending, lang)
    if (content.size < 2) continue
    clauses.push({ content, marks: marksIn(pending) })
    pending = ''
  }
  const last = pending === '' ? undefined : { content: contentOf(pending, lang), marks: marksIn(pending) }
  if (last === undefined) return clauses
  const before = clauses.pop() ?? { content: new Set(), marks: new Set() }
  return [...clauses, { content: before.content.union(last.content), marks: before.marks.union(last.marks) }]
}

const piecesOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[。、！？!?;:()（）「」]|[.,](?=\s|$)|\b(?:but|and then|whereas|although)\b/u)
    .filter((piece) => piece.trim() !== '')
