import type { Lang } from '../../../corpus/schema.ts'
import { contentOf, likeness } from './content.ts'
import { factsGiven, factsStated } from './facts.ts'
import { fold } from './fold.ts'
import { turnsIn } from './turns.ts'

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
      /(?:なくても|ずとも|しなくて)(?:よい|良い|いい|(?:かま|構)(?:わない|いません))|不要|必要(?:は|が)?(?:ない|ありません|なく)|任意/gu,
    marks: ['may', 'not'],
  },
  {
    pattern: /(?:ても|でも)(?:よい|良い|いい|よく|(?:かま|構)(?:わない|いません)|差し支え(?:ない|ありません))/gu,
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

/** Promises without exception, which a sentence may leave out but never add. */
const WITHOUT_EXCEPTION: readonly RegExp[] = [
  /必ず|絶対|つねに|常に|\b(?:always|at any time|guarantee[sd]?|ensures?)\b/iu,
  /すべて|全て|全部|全員|\b(?:all|everyone|everybody|everything)\b/iu,
]

/**
 * Whether each clause of a sentence says no more and no less than the clause it was made from: nothing forbidden became
 * allowed, nothing recommended became a duty, no "not", "only" or "may" was dropped or added, no number moved elsewhere, and
 * nobody acts who doesn't in that source.
 */
export function keepsToClauses(sentence: string, sources: readonly string[], lang: Lang): boolean {
  const given = sources.flatMap((source) => clausesOf(source, lang))
  return clausesOf(sentence, lang).every((clause) => isKept(clause, given))
}

export const addsNoPromise = (sentence: string, sources: readonly string[]): boolean =>
  WITHOUT_EXCEPTION.every(
    (promise) => !promise.test(fold(sentence)) || sources.some((source) => promise.test(fold(source))),
  )

/** `marks` in order, each as often as it is there: two negations are not one. `turns` are those of the whole sentence. */
type Weighed = Readonly<{ text: string; content: ReadonlySet<string>; marks: string; turns: ReadonlySet<string> }>

/** Where several clauses are equally near, one of them must agree. */
function isKept(clause: Weighed, given: readonly Weighed[]): boolean {
  const turns = [...turnsIn(clause.text)]
  const near = given.map((source) => ({ source, near: likeness(clause.content, source.content) }))
  const nearest = Math.max(0, ...near.map((one) => one.near))
  return near
    .filter((one) => one.near === nearest)
    .some(
      ({ source }) =>
        source.marks === clause.marks && turns.every((turn) => source.turns.has(turn)) && keepsNumbers(clause, source),
    )
}

/** A number may be in the passage and still not belong here. Ids may stand anywhere. */
function keepsNumbers(clause: Weighed, source: Weighed): boolean {
  const given = factsGiven(source.text)
  return [...factsStated(clause.text)].every((fact) => fact.startsWith('id:') || given.has(fact))
}

function marksIn(text: string): string {
  const found: Mark[] = []
  let rest = text
  for (const { pattern, marks } of MARKS) {
    rest = rest.replaceAll(pattern, () => {
      found.push(...marks)
      return ' '
    })
  }
  return found.sort().join(' ')
}

/**
 * A piece that says when, for whom or of what, or hardly anything ("every three months,", 「退職する人は、」), belongs to the
 * clause after it; the last such piece to the clause before.
 */
function clausesOf(text: string, lang: Lang): readonly Weighed[] {
  const sentences = text.split('\n').flatMap((line) => fold(line).split(END))
  return sentences.flatMap((sentence) => {
    const turns = turnsIn(sentence)
    const weigh = (clause: string) => ({
      text: clause,
      content: contentOf(clause, lang),
      marks: marksIn(clause),
      turns,
    })
    return clausesIn(sentence, lang).map(weigh)
  })
}

function clausesIn(sentence: string, lang: Lang): readonly string[] {
  const clauses: string[] = []
  let begun = ''
  for (const piece of sentence.split(BREAK).filter((one) => one.trim() !== '')) {
    begun = `${begun} ${piece}`
    if (contentOf(begun, lang).size < 2 || NO_CLAUSE.test(piece.trim())) continue
    clauses.push(begun)
    begun = ''
  }
  return begun === '' ? clauses : [...clauses.slice(0, -1), `${clauses.at(-1) ?? ''} ${begun}`]
}

const END = /[。！？!?]|\.(?=\s|$)/u
const BREAK = /[、;:()（）「」]|,(?=\s|$)|\b(?:but|and then|whereas|although)\b/u
const NO_CLAUSE =
  /^(?:if|when|while|whenever|after|before|for|in|on|at|during|as|once)\b|(?:は|が|を|へ|も|までに?|より|とき|場合|ため)$/iu
