import type { Entry } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import { wordsIn } from '../../words/words.ts'
import { advice, FEW_STEPS, frameworkOf, inLang, paragraph, stated, type Composing } from './composing.ts'

type ItemEntry = Extract<Entry, { kind: 'scs' | 'ipa' }>

/** An item of the star rating or of IPA's guideline: what it asks, why where the corpus says so, and how to begin. */
export function itemBlocks(entry: ItemEntry, composing: Composing): readonly Block[] {
  const { facet, lang, level } = composing
  const words = answerWordsIn(lang)
  const asks = stated(entry, lang)
  const why = entry.kind === 'scs' ? entry.body.why[lang] : undefined
  switch (facet) {
    case 'why':
      return why === undefined
        ? [paragraph(asks), steps(entry, composing, FEW_STEPS[level])]
        : [paragraph(why), paragraph(words.toPrevent(frameworkOf(composing, entry), asks))]
    case 'overview':
    case 'what':
    case 'elsewhere':
      return [
        paragraph(asks),
        ...(why === undefined || level === 'newcomer' ? [] : [paragraph(why)]),
        steps(entry, composing, FEW_STEPS[level]),
      ]
    case 'enough':
      return [
        paragraph(words.enoughLead(frameworkOf(composing, entry), asks)),
        steps(entry, composing, FEW_STEPS[level]),
      ]
    case 'need':
      return [paragraph(words.needLead(frameworkOf(composing, entry), asks)), steps(entry, composing, FEW_STEPS[level])]
    case 'gist':
      return [paragraph(asks), steps(entry, composing, 1)]
    case 'how':
    case 'often':
    case 'cost':
    case 'evidence':
    case 'who':
      return [paragraph(asks), steps(entry, composing, entry.body.start.length)]
  }
}

function steps({ body }: ItemEntry, { lang }: Composing, most: number): Block {
  const words = wordsIn(lang)
  const isAll = most >= body.start.length
  return advice({
    heading: isAll ? words.allSteps : words.firstSteps,
    items: inLang(body.start.slice(0, most), lang),
    ordered: true,
  })
}
