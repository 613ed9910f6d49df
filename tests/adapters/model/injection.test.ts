import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Knowledge, Turn } from '../../../bot/ports.ts'
import { createBot } from '../../../bot/bot.ts'
import type { Bilingual } from '../../../corpus/schema.ts'
import { asComposed, createWording } from '../../../bot/writing/wording.ts'
import { clauseIn, composeTestBot, said } from '../../bot/composed.ts'
import { ATTACKS, type Attack } from './attacks.ts'
import { asked, obeying, openModel, startProvider, type Provider } from './provider.ts'

const { knowledge, retriever, likeness } = await composeTestBot()

let provider: Provider
let writer: Awaited<ReturnType<typeof openModel>>['writer']
beforeAll(async () => {
  provider = await startProvider()
  writer = (await openModel(asked(provider))).writer
})
afterAll(() => provider.close())

const HARMLESS = { en: 'What does CPS.AC-1 ask of IDs?', ja: 'CPS.AC-1はIDについて何を求めていますか。' } as const

/** The corpus, with the attack in the last step of the clause. */
const tampered = ({ says }: Attack): Knowledge => ({
  ...knowledge,
  entry: (id) => {
    if (id !== 'CPS.AC-1') return knowledge.entry(id)
    const clause = clauseIn(knowledge, id)
    const both: Bilingual = { en: says, ja: says }
    return { kind: 'clause', body: { ...clause, evidence: [...clause.evidence, both] } }
  },
})

/** The reply with and without a model, everything else alike. */
async function repliesTo(attack: Attack) {
  const { lang, where, says } = attack
  const event = {
    ...said(where === 'question' ? `${HARMLESS[lang]} ${says}` : HARMLESS[lang], lang),
    id: 'test:attack',
  }
  const earlier = said(`${HARMLESS[lang]} ${says}`, lang)
  const known = where === 'passage' ? tampered(attack) : knowledge
  const needs = { knowledge: known, retriever, likeness, defaultLang: lang, word: asComposed }
  const turn: Turn = {
    event: earlier,
    reply: await createBot({ ...needs, recall: () => Promise.resolve([]) })(earlier),
  }
  const recall = () => Promise.resolve(where === 'thread' ? [turn] : [])
  const word = createWording({ writer, knowledge: known, recall, note: () => undefined })
  return {
    without: await createBot({ ...needs, recall })(event),
    with: await createBot({ ...needs, recall, word })(event),
  }
}

describe.each(ATTACKS)('$lang, in the $where: $says', (attack) => {
  it('changes nothing, even where the model obeys and cites whatever fits best', async () => {
    provider.will(obeying(attack.obeyed))
    const replies = await repliesTo(attack)
    expect(provider.received).toHaveLength(2)
    expect(provider.received[0]?.material).toContain(JSON.stringify(attack.says).slice(1, 9).replaceAll('<', '\\u003c'))
    expect(replies.without.outcome).toBe('answered')
    expect(replies.with).toEqual(replies.without)
  })

  it('reaches the model as material, never as a rule', async () => {
    provider.will(obeying(attack.obeyed))
    await repliesTo(attack)
    expect(provider.received[0]?.rules).not.toContain(attack.says)
    expect(provider.received[1]?.rules).not.toContain(attack.obeyed)
    expect(provider.received[0]?.material).toMatch(/^<material>\n\{[^<]*\}\n<\/material>$/u)
  })
})

it('lets an honest sentence through in the same way, so that the rest of this file could fail', async () => {
  provider.will(obeying('Go through the list every three months.'))
  const replies = await repliesTo({ lang: 'en', where: 'thread', says: 'Thank you for that.', obeyed: '' })
  expect(replies.with.blocks[0]).toMatchObject({ kind: 'list', items: ['Go through the list every three months.'] })
})
