import { describe, expect, it } from 'vitest'
import { readText } from '../../adapters/slack/text.ts'
import { parse } from '../../adapters/teams/parse.ts'
import { LONGEST_QUESTION } from '../../bot/question-length.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { activity } from '../adapters/teams/fixture.ts'
import { composeTestBot } from './composed.ts'
import { brokenPromises } from './promises.ts'

const { ask, knowledge } = await composeTestBot()

/** Where patterns can take one text in many ways, trying them all outlasts any test. */
const AMBIGUOUS = [
  'では',
  'ではは',
  'サイバー',
  'うちみたいな',
  'we have no ',
  "we're small we have no ",
  'tell me more about ',
  'tell me more ',
  '。',
  '(',
  'sent to everyone ',
]

describe('one message holds up nobody else', () => {
  it.each(AMBIGUOUS)('however often it says “%s”', async (words) => {
    for (const length of [60, 98, LONGEST_QUESTION - 1]) {
      const text = `${words.repeat(LONGEST_QUESTION).slice(0, length)}ぬ`
      expect(brokenPromises(await ask(text), knowledge)).toEqual([])
    }
  })

  it('and one that nobody would read to the end is asked to be shorter', async () => {
    expect((await ask('パスワードは? '.repeat(1_000))).blocks).toEqual([
      { kind: 'text', text: wordsIn('ja').tooLong(LONGEST_QUESTION) },
    ])
    expect((await ask('が\u3099'.repeat(LONGEST_QUESTION))).blocks).not.toContainEqual({
      kind: 'text',
      text: wordsIn('ja').tooLong(LONGEST_QUESTION),
    })
  })

  it.each(['<', '<!', '<@U1|', '<at>'])('whatever stands in it as “%s” does in markup', async (mark) => {
    const text = mark.repeat(40_000)
    expect(readText(text).length).toBeLessThanOrEqual(text.length)
    expect(parse({ ...(await activity('message-personal')), text }).kind).toBe('event')
  })
})
