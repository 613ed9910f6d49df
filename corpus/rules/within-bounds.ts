import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { LANGS, type Lang } from '../schema.ts'
import { problemWith, runningTexts, type CorpusText } from './texts.ts'
import { graphemes, spacedWords } from './words.ts'

/** Longest texts: characters as a reader counts them, or English words. They have to fit a phone's screen. */
const LONGEST: Readonly<Record<string, Readonly<Record<Lang, { most: number; unit: 'characters' | 'words' }>>>> = {
  title: { en: { most: 60, unit: 'characters' }, ja: { most: 60, unit: 'characters' } },
  asks: { en: { most: 60, unit: 'words' }, ja: { most: 120, unit: 'characters' } },
  /** Several stand in one line of the weekly digest. */
  'checklist title': { en: { most: 40, unit: 'characters' }, ja: { most: 20, unit: 'characters' } },
  summary: { en: { most: 80, unit: 'words' }, ja: { most: 200, unit: 'characters' } },
}

/** Fewest ways of asking in each language. */
const FEWEST_QUESTIONS = { clauses: 8, pages: 8, playbooks: 8, scs: 4, ipa: 4 } as const

const START = { least: 3, most: 5 }
const EVIDENCE = { least: 2, most: 4 }

/** Texts are as short, and lists as long, as docs/corpus.md says. */
export function withinBounds(corpus: Corpus): readonly Problem[] {
  return [
    ...runningTexts(corpus).flatMap(tooLong),
    ...(['clauses', 'pages', 'playbooks', 'scs', 'ipa'] as const).flatMap((shelf) =>
      corpus[shelf].flatMap(({ path, body: { questions } }) =>
        LANGS.flatMap((lang) =>
          counted({
            path,
            at: `questions.${lang}`,
            is: questions[lang].length,
            least: FEWEST_QUESTIONS[shelf],
            most: Infinity,
          }),
        ),
      ),
    ),
    ...corpus.clauses.flatMap(({ path, body }) => [
      ...counted({ path, at: 'start', is: body.start.length, ...START }),
      ...counted({ path, at: 'evidence', is: body.evidence.length, ...EVIDENCE }),
    ]),
  ]
}

function tooLong(text: CorpusText): readonly Problem[] {
  // A published document keeps the title its publisher gave it.
  const bounds = LONGEST[`${text.shelf} ${text.field}`] ?? LONGEST[text.field]
  const longest = text.shelf === 'documents' ? undefined : bounds?.[text.lang]
  if (longest === undefined) return []
  const { most, unit } = longest
  const length = unit === 'words' ? spacedWords(text.value) : graphemes(text.value)
  return length <= most
    ? []
    : [problemWith(text, { wrong: `${length} ${unit}, ${most} at most`, fix: 'say it shorter' })]
}

type Counted = Readonly<{ path: string; at: string; is: number; least: number; most: number }>

function counted({ path, at, is, least, most }: Counted): readonly Problem[] {
  const where = { path, at, value: String(is) }
  if (is < least) return [{ ...where, wrong: `there should be ${least} or more`, fix: 'write the missing ones' }]
  if (is > most) return [{ ...where, wrong: `there should be ${most} at most`, fix: 'keep the best ones' }]
  return []
}
