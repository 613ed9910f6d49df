import { expect, it } from 'vitest'
import type { Reply } from '../../bot/reply.ts'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { composeTestBot } from './composed.ts'
import { brokenPromises, textsOf } from './promises.ts'

const { ask, choose, corpus, knowledge } = await composeTestBot()

/** One way to ask for each facet, whatever the clause. */
const ASKED: Readonly<Record<Lang, readonly ((id: string) => string)[]>> = {
  ja: [
    (id) => `${id}とは`,
    (id) => `${id}はなぜ必要？`,
    (id) => `${id}の進め方`,
    (id) => `${id}の証拠は？`,
    (id) => `${id}は誰がやる？`,
  ],
  en: [
    (id) => `What is ${id}?`,
    (id) => `Why does ${id} matter?`,
    (id) => `How do we start with ${id}?`,
    (id) => `What evidence is there for ${id}?`,
    (id) => `Who is responsible for ${id}?`,
  ],
}
const LONGEST: Readonly<Record<Lang, number>> = { ja: 250, en: 120 }
const CLAUSE_ID = /CPS[.\s-]?[A-Z]{2}|\b[A-Z]{2}[.-]\d|\b\d-\d-\d/u

it('every clause is answered in short, its id not in front, whatever is asked about it', async () => {
  const wrong: string[] = []
  for (const { body } of corpus.clauses) {
    for (const lang of LANGS) {
      const replies = [await choose(body.id, lang)]
      for (const question of ASKED[lang]) replies.push(await ask(question(body.id)))
      wrong.push(...replies.flatMap(wrongWith).map((what) => `${body.id} in ${lang}: ${what}`))
    }
  }
  expect(corpus.clauses).toHaveLength(104)
  expect(wrong).toEqual([])
}, 240_000)

it('every page and every item of another framework is answered in short, its id not in front', async () => {
  const wrong: string[] = []
  for (const { body } of [...corpus.pages, ...corpus.scs, ...corpus.ipa]) {
    for (const lang of LANGS) {
      wrong.push(...wrongWith(await choose(body.id, lang)).map((what) => `${body.id} in ${lang}: ${what}`))
    }
  }
  expect(wrong).toEqual([])
})

function wrongWith(reply: Reply): readonly string[] {
  const size = sizeBeforeList(reply)
  const first = textsOf(reply)[0] ?? ''
  return [
    ...(reply.outcome === 'answered' ? [] : [`ends in ${reply.outcome}`]),
    ...(size <= LONGEST[reply.lang] ? [] : [`${size} before the list`]),
    ...(CLAUSE_ID.test(first) ? [`an id in "${first}"`] : []),
    ...brokenPromises(reply, knowledge),
  ]
}

/** Words in English, characters in Japanese, up to the first block that is no text. */
function sizeBeforeList({ blocks, lang }: Reply): number {
  const list = blocks.findIndex(({ kind }) => kind !== 'text')
  const texts = blocks.slice(0, list).flatMap((block) => (block.kind === 'text' ? [block.text] : []))
  return lang === 'ja' ? Array.from(texts.join('')).length : texts.join(' ').split(/\s+/u).length
}
