import type { Entry } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import { wordsIn } from '../../words/words.ts'
import { advice, FEW_STEPS, frameworkOf, inLang, marked, paragraph, stated, type Composing } from './composing.ts'
import { costBlocks, estimateFor } from './estimate.ts'
import { furtherBlocks } from './further.ts'
import { oftenBlocks } from './rhythm.ts'

type ClauseEntry = Extract<Entry, { kind: 'clause' }>

/** What was asked about a requirement, and no more. */
export function clauseBlocks(entry: ClauseEntry, composing: Composing): readonly Block[] {
  switch (composing.facet) {
    case 'overview':
      return furtherBlocks(entry, composing) ?? overview(entry, composing)
    case 'what':
    case 'elsewhere':
      return overview(entry, composing)
    case 'why':
      return reasons(entry, composing)
    case 'how':
      return [howLead(entry, composing), allSteps(entry, composing)]
    case 'need':
    case 'enough':
      return required(entry, composing)
    case 'gist':
      return [paragraph(stated(entry, composing.lang)), oneStep(entry, composing)]
    case 'evidence':
      return shown(entry, composing)
    case 'who':
      return whoDoesWhat(entry, composing)
    case 'often':
      return oftenBlocks(entry, composing)
    case 'cost':
      return costBlocks(entry, composing)
  }
}

function overview(entry: ClauseEntry, composing: Composing): readonly Block[] {
  const { lang, level } = composing
  switch (level) {
    case 'incharge':
      return [paragraph(stated(entry, lang)), paragraph(entry.body.why[lang]), firstSteps(entry, composing)]
    case 'owner':
      return [paragraph(stated(entry, lang)), paragraph(entry.body.why[lang]), ownerDecides(entry, composing)]
    case 'newcomer':
      return [paragraph(stated(entry, lang)), firstSteps(entry, composing)]
  }
}

/** What stays the owner's, whom to put on it, and about how much it takes. */
function ownerDecides({ body }: ClauseEntry, { knowledge, lang }: Composing): Block {
  const words = answerWordsIn(lang)
  const item = estimateFor(body.id, knowledge)
  const begins = body.start.slice(0, FEW_STEPS.owner).map((step) => words.ownerBegins(step[lang]))
  const size = item === undefined ? [] : [words.ownerSize(words.effort[item.effort], words.cost[item.cost])]
  return advice({ heading: words.ownerDecides, items: [body.outsourced.you[lang], ...begins, ...size] })
}

/** Who has read one case already gets another, where there is one. */
function reasons(entry: ClauseEntry, composing: Composing): readonly Block[] {
  const { lang, knowledge, told } = composing
  const words = answerWordsIn(lang)
  const another = told.includes(entry.body.id) ? estimateFor(entry.body.id, knowledge) : undefined
  const why = another === undefined ? entry.body.why[lang] : words.anotherCase(another.why[lang])
  return [paragraph(why), paragraph(words.toPrevent(frameworkOf(composing, entry), stated(entry, lang)))]
}

const howLead = (entry: ClauseEntry, { told, lang }: Composing): Block =>
  paragraph(told.includes(entry.body.id) ? answerWordsIn(lang).howLead(marked(entry, lang)) : stated(entry, lang))

const allSteps = ({ body }: ClauseEntry, { lang, level }: Composing): Block =>
  advice({
    heading: wordsIn(lang).allSteps,
    items: inLang(level === 'incharge' ? body.start : body.start.slice(0, 3), lang),
    ordered: true,
  })

const firstSteps = ({ body }: ClauseEntry, { lang, level }: Composing): Block =>
  advice({
    heading: wordsIn(lang).firstSteps,
    items: inLang(body.start.slice(0, FEW_STEPS[level]), lang),
    ordered: true,
  })

const oneStep = ({ body }: ClauseEntry, { lang }: Composing): Block =>
  advice({ heading: answerWordsIn(lang).oneStep, items: inLang(body.start.slice(0, 1), lang) })

/** Says what is asked, and neither that the firm must nor that what it has will do. */
function required(entry: ClauseEntry, composing: Composing): readonly Block[] {
  const { facet, lang, told } = composing
  const words = answerWordsIn(lang)
  const framework = frameworkOf(composing, entry)
  const asks = stated(entry, lang)
  const steps = told.includes(entry.body.id) ? [] : [firstSteps(entry, composing)]
  return facet === 'enough'
    ? [paragraph(words.enoughLead(framework, asks)), ...steps]
    : [paragraph(words.needLead(framework, asks)), paragraph(words.noLaw(framework)), ...steps]
}

const shown = (entry: ClauseEntry, { lang }: Composing): readonly Block[] => [
  paragraph(answerWordsIn(lang).evidenceLead(marked(entry, lang))),
  advice({ heading: wordsIn(lang).evidence, items: inLang(entry.body.evidence, lang) }),
]

function whoDoesWhat(entry: ClauseEntry, { lang }: Composing): readonly Block[] {
  const words = wordsIn(lang)
  const { you, vendor, agree } = entry.body.outsourced
  const colon = lang === 'ja' ? '：' : ': '
  const items = [
    `${words.you}${colon}${you[lang]}`,
    `${words.vendor}${colon}${vendor[lang]}`,
    `${words.agree}${colon}${agree[lang]}`,
  ]
  return [paragraph(answerWordsIn(lang).whoLead(marked(entry, lang))), advice({ heading: words.whoDoes, items })]
}
