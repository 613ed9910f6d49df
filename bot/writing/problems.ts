import type { Lang } from '../../corpus/schema.ts'
import { claimsAboutSomebody } from '../answering/guard.ts'
import { contentOf, shareIn } from './checks/content.ts'
import { addsNoPromise, keepsToClauses } from './checks/duties.ts'
import { factsGiven, factsStated } from './checks/facts.ts'
import { fold } from './checks/fold.ts'
import { isIn, isPlain, isWhole, namesIn, speaksOfInstructions } from './checks/form.ts'
import type { Passage, Sentence } from './ports.ts'

const MOST_SENTENCES = 10

/** What rests on everything rests on nothing: the more passages are cited, the more words pass. */
const MOST_CITED = 3

/** Less of a sentence's words than this in its passages, and it says something of its own. */
const SUPPORTED = 0.6

/**
 * What stands against sending a draft; empty when it may be sent. Rather refuses a good sentence than lets a bad one through:
 * the answer composed from the corpus takes its place. Each problem is said in our words, without any of the draft's.
 */
export function problemsIn(
  sentences: readonly Sentence[],
  passages: readonly Passage[],
  lang: Lang,
): readonly string[] {
  if (sentences.length === 0) return ['there are no sentences']
  if (sentences.length > MOST_SENTENCES) return [`there are more than ${MOST_SENTENCES} sentences`]
  return sentences.flatMap((sentence, index) => {
    const problem = problemOf(sentence, passages, lang)
    return problem === undefined ? [] : [`sentence ${index + 1} ${problem}`]
  })
}

function problemOf({ text, cites }: Sentence, passages: readonly Passage[], lang: Lang): string | undefined {
  if (cites.length === 0) return 'cites no passage'
  if (cites.length > MOST_CITED) return `cites more than ${MOST_CITED} passages`
  const cited = passages.filter(({ n }) => cites.includes(n))
  if (cites.some((n) => !cited.some((passage) => passage.n === n))) return 'cites a passage that was not given'
  return problemWithForm(text, lang) ?? problemWithSources(text, cited, lang)
}

function problemWithForm(text: string, lang: Lang): string | undefined {
  if (text.trim() === '') return 'is empty'
  if (!isPlain(text)) return 'is too long, or holds a link, a mention, formatting or unseen characters'
  if (!isIn(lang, text)) return `is not in ${lang === 'ja' ? 'Japanese' : 'English'}`
  if (!isWhole(text)) return 'does not end as a sentence does'
  if (claimsAboutSomebody(text)) return 'claims something of a firm'
  return speaksOfInstructions(text) ? 'speaks of instructions' : undefined
}

function problemWithSources(text: string, cited: readonly Passage[], lang: Lang): string | undefined {
  const sources = cited.map((passage) => passage.text)
  const all = sources.join('\n')
  const allAndIds = `${all}\n${cited.map(({ id }) => id).join('\n')}`
  const given = factsGiven(allAndIds)
  const ids = new Set(cited.map(({ id }) => `id:${id.toUpperCase()}`))
  // What a passage says of another clause is no retrieved id.
  if (![...factsStated(text)].every((fact) => (fact.startsWith('id:CPS') ? ids : given).has(fact)))
    return 'states an id, number, date, unit or limit that its passages do not'
  const known = fold(allAndIds).toLowerCase()
  if (!namesIn(lang, text).every((name) => known.includes(name))) return 'names something its passages do not'
  if (shareIn(contentOf(text, lang), contentOf(all, lang)) < SUPPORTED) return 'says something its passages do not'
  if (!keepsToClauses(text, sources, lang))
    return 'changes a "not", "only", "must", "should", "may", who acts, which way, or a number of what it comes from'
  return addsNoPromise(text, sources) ? undefined : 'promises more than its passages do'
}
