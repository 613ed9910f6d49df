import type { Lang } from '../../../corpus/schema.ts'
import type { Entry } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import { advice, frameworkOf, inLang, marked, paragraph, type Composing } from './composing.ts'

/** Words that say how often, how soon or how long. */
const RHYTHM: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:every|each|once|twice|daily|weekly|monthly|quarter(?:ly)?|yearly|annual(?:ly)?|half-yearly|within|(?:one|two|three|four|six|\d+) (?:minutes?|hours?|days?|weeks?|months?|years?|times)|the same day|straight away|first week|how long|how often|how fast|how soon|last working day)\b/iu,
  ja: /毎(?:日|週|月|年|朝|回|晩)|(?:年|月|週|半年|四半期|[0-9か箇]+月|[0-9]+年|[0-9]+日|[0-9]+週(?:間)?)(?:に|ごと|おき|以内)|[0-9]+(?:分|時間|日|週間|か月|年)|その日|すぐ|当日|定期|間隔|何日分|何か月|いつまで|期限|たびに|最終出社日/u,
}

/** The steps that name a rhythm, then what to agree on it with a vendor. The CPSF itself names none. */
export function oftenBlocks(entry: Extract<Entry, { kind: 'clause' }>, composing: Composing): readonly Block[] {
  const { lang } = composing
  const words = answerWordsIn(lang)
  const { start, evidence, outsourced } = entry.body
  const named = inLang([...start, outsourced.agree, ...evidence], lang).filter((text) => RHYTHM[lang].test(text))
  const items = named.slice(0, MOST)
  const lead = paragraph(words.oftenLead(marked(entry, lang), frameworkOf(composing, entry)))
  return items.length === 0 ? [lead, paragraph(words.noRhythm)] : [lead, advice({ heading: words.oftenHeading, items })]
}

const MOST = 3
