import type { ChecklistItem } from '../../corpus/schema.ts'
import { plainMessage } from '../plain-text.ts'
import type { Reply } from '../reply.ts'
import { answerWordsIn } from '../words/answers.ts'
import { entriesOf, type Asking } from './answer.ts'
import { cite } from './cite.ts'

const WHOLE_EN =
  /^(?:(?:ok(?:ay)?|so|hi|hello|well|honestly|we're (?:a )?(?:small|tiny)[^.,!?]*|we have no [^.,!?]*)[\s,.!]+){0,4}(?:(?:where|how) (?:do|should|can|could|would|shall|must) (?:we|i|one|our (?:firm|company|shop)|a (?:small |tiny )?(?:firm|company|shop|business)|small (?:firms|companies)) (?:even |best |actually )?(?:start|begin|get started)|(?:where|how) to (?:start|begin|get started)|what (?:should|do|must|can) (?:we|i) (?:do|tackle) first|what(?:'s| is) (?:the|our) (?:very )?first (?:thing|step)(?: (?:to do|for us|we should (?:do|take)))?|what comes first)(?:,? (?:with|on|in|about) (?:(?:the |our |this |cyber ?)?(?:security|cyber|framework|cpsf|all (?:of )?this|this)(?: stuff| measures| framework)?))?[\s?!.]*$/u
const OPENING_JA =
  '(?:うち(?:の会社|みたいな(?:(?!うち)[^、。]){0,12})?|弊社|当社|自社|小さな?い?会社|中小企業|セキュリティー?(?:対策)?|サイバー(?:(?!サイバー)\\S){0,8}|cpsf|社長に言われたけど|正直|結局|とりあえず|いったい|一体|そもそも|で|は|って|も|の場合|、|。|を|なんて|やるなら|するなら|\\s){0,12}'
const WHOLE_JA = new RegExp(
  `^${OPENING_JA}(?:(?:まず)?(?:は)?(?:何|なに|どこ|どれ)から(?:手を?(?:付|つ)け|始め|はじめ|や[れるっ]|取り(?:かか|組)|着手|すれ|した)|(?:まず|最初)(?:は|に)?(?:、)?(?:何|なに)(?:を|から)?(?:や[れるっ]|すれ|した|する)|(?:最初の|はじめの|初めの)一歩|第一歩)[^、。]{0,16}$`,
  'u',
)

/** In characters. Whoever asks that is brief; and the patterns may try the pieces of an opening in many ways. */
const LONGEST = 160

/** Whether a message asks where to begin with all of it, and not with one topic. */
export function asksWhereToBegin(text: string): boolean {
  const said = plainMessage(text)
  return said.length <= LONGEST && (WHOLE_EN.test(said) || WHOLE_JA.test(said))
}

const MOST_STEPS = 3

/** The first steps of the checklist that any firm can take within ten minutes, each with the clause it rests on. */
export function whereToBegin({ knowledge, lang }: Pick<Asking, 'knowledge' | 'lang'>): Reply {
  const words = answerWordsIn(lang)
  const steps = knowledge.checklist.filter(isForAnybody).flatMap((item) => {
    const [entry] = entriesOf(item.rests_on.cpsf, knowledge)
    return entry === undefined ? [] : [{ item, entry }]
  })
  const first = steps.toSorted((a, b) => worth(a.item) - worth(b.item)).slice(0, MOST_STEPS)
  return {
    outcome: 'answered',
    lang,
    blocks: [
      { kind: 'text', text: words.beginLead(knowledge.checklist.length) },
      {
        kind: 'list',
        heading: words.beginHeading,
        items: first.map(({ item }, at) => `${item.steps[0]?.[lang] ?? item.question[lang]}[${at + 1}]`),
        ordered: true,
        own: true,
      },
      {
        kind: 'buttons',
        prompt: words.beginThen,
        buttons: [{ label: words.beginChecklist, action: { kind: 'view', view: 'home' }, tone: 'main' }],
      },
      { kind: 'citations', citations: first.map(({ entry }, at) => cite(knowledge, entry, { n: at + 1, lang })) },
    ],
    confidence: 1,
  }
}

const isForAnybody = ({ stage, first_ten_minutes, applies_when }: ChecklistItem): boolean =>
  stage === 'start' && first_ten_minutes && applies_when === 'always'

const worth = ({ effort, impact }: ChecklistItem): number => effort / impact
