import { describe, expect, it } from 'vitest'
import { citationsOf } from '../../bot/reply.ts'
import { answerWordsIn } from '../../bot/words/answers.ts'
import { composeTestBot } from './composed.ts'
import { brokenPromises } from './promises.ts'

const { ask, knowledge } = await composeTestBot()

const heading = answerWordsIn('ja').beginHeading
const headingEn = answerWordsIn('en').beginHeading
const headings = async (text: string): Promise<readonly string[]> =>
  (await ask(text)).blocks.flatMap((block) => (block.kind === 'list' ? [block.heading] : []))

describe('somebody who asks where to begin', () => {
  it.each([
    'where do we start?',
    'OK, where should a small firm begin with security?',
    'What should we do first?',
    'うちの会社、何から始めたらいい？',
    'まず何をやればいい？',
    'セキュリティって何から始めればいいですか',
    '小さい会社は何から手を付ければいい？',
    '最初の一歩は？',
  ])('gets three first steps with their clauses, and the way into the checklist: %s', async (text) => {
    const reply = await ask(text)
    expect(reply.outcome).toBe('answered')
    expect(reply.blocks).toContainEqual(
      expect.objectContaining({ kind: 'list', heading: answerWordsIn(reply.lang).beginHeading }),
    )
    expect(citationsOf(reply)).toHaveLength(3)
    expect(reply.blocks.some(({ kind }) => kind === 'buttons')).toBe(true)
    expect(brokenPromises(reply, knowledge)).toEqual([])
  })

  it.each([
    'バックアップは何から始める？',
    'Where do we start with backups?',
    'Wi-Fiの対策、まず何をする？',
    '明日は何から食べる？',
  ])('with one topic is answered about that topic: %s', async (text) => {
    expect(await headings(text)).not.toContain(heading)
    expect(await headings(text)).not.toContain(headingEn)
  })
})
