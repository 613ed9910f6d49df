import { describe, expect, it } from 'vitest'
import { renderMessage as renderForSlack } from '../../../adapters/slack/render.ts'
import { renderMessage as renderForTeams } from '../../../adapters/teams/render.ts'
import { renderPaper } from '../../../adapters/web/paper/render.ts'
import { renderReply } from '../../../adapters/web/render.ts'
import { claimsAboutSomebody } from '../../../bot/answering/guard.ts'
import { digestReply, quietReply } from '../../../bot/digest/reply.ts'
import { createPages } from '../../../bot/firms/pages.ts'
import { plantSample } from '../../../bot/firms/sample.ts'
import type { Reply } from '../../../bot/reply.ts'
import { LANGS, type Lang } from '../../../corpus/schema.ts'
import { brokenPromises, wordsOf } from '../promises.ts'
import { KNOWLEDGE } from '../checklist/logs.ts'
import { knowledge, openDesk, owner } from '../firms/desk.ts'
import { fullWeek } from './example.ts'
import { digest } from './weeks.ts'

const PLACES = { nonce: 'n', pageAt: (path: string) => `https://shirube.example${path}` }

/** The same digest of the sample firm, at the same moment, as each platform and the printer get it. */
async function everywhere(lang: Lang): Promise<Readonly<Record<string, string>>> {
  const desk = openDesk(lang)
  const boss = owner('Yamada')
  await plantSample({ firms: desk.firms, knowledge, owner: boss, lang, now: desk.now.value })
  const { firm } = await desk.visitor(boss)
  const reply = await desk.press(boss, { kind: 'digest' })
  const pages = createPages({ firms: desk.firms, letters: desk.letters, knowledge, clock: () => desk.now.value })
  const page = await pages({ page: 'week', firm: firm.id, lang })
  return {
    slack: JSON.stringify(renderForSlack(reply, PLACES).blocks),
    teams: JSON.stringify(renderForTeams(reply, PLACES)).replaceAll('\\\\', ''),
    web: String(renderReply(reply, 'k')),
    print: page?.kind === 'paper' ? String(renderPaper(page.paper)) : '',
  }
}

const linesOf = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'facts') return block.facts.map(({ label, value }) => `${label} ${value}`)
    return block.kind === 'heading' || block.kind === 'text' ? block.text.split('\n') : []
  })

describe.each(LANGS)('in %s', (lang) => {
  it('Slack, Teams, the web and the printer show the same numbers', async () => {
    const shown = await everywhere(lang)
    const numbers = {
      ja: ['30件のうち8件（1月26日から+3）', '30件のうち5件（1月26日から+2）', '1件から5件に', '自社で14件'],
      en: ['8 of 30 items (+3 since 26 January)', '5 of 30 items (+2 since 26 January)', 'from 1 to 5', '14 by us'],
    }
    for (const place of ['slack', 'teams', 'web', 'print'])
      for (const number of numbers[lang]) expect(`${place}: ${shown[place] ?? ''}`).toContain(number)
  })

  it('a full week has all there is to say on one screen, and is read in a minute', () => {
    const lines = linesOf(digestReply(fullWeek(lang), lang))
    expect(lines.length).toBeLessThanOrEqual(14)
    const text = lines.join('\n')
    // Reading speed: some 500 characters a minute in Japanese, 240 words in English.
    if (lang === 'ja') expect(text.length).toBeLessThan(650)
    else expect(text.split(/\s+/u).length).toBeLessThan(240)
  })

  it('keeps what every reply promises, and claims nothing', () => {
    for (const reply of [
      digestReply(fullWeek(lang), lang),
      quietReply(fullWeek(lang), lang),
      digestReply(digest(), lang),
    ]) {
      expect(brokenPromises(reply, KNOWLEDGE)).toEqual([])
      expect(reply.blocks.flatMap(wordsOf).filter(claimsAboutSomebody)).toEqual([])
    }
  })

  it('speaks one language', () => {
    const words = digestReply(fullWeek(lang), lang).blocks.flatMap(wordsOf)
    const foreign = lang === 'en' ? /[\p{scx=Hira}\p{scx=Kana}\p{Script=Han}]/u : /[A-Za-z]{4,}/u
    expect(words.map((word) => word.replaceAll(/Shirube|Windows/gu, '')).filter((word) => foreign.test(word))).toEqual(
      [],
    )
  })

  it('prints the president’s month on one page, with what to decide and a line to sign', async () => {
    const desk = openDesk(lang)
    await plantSample({ firms: desk.firms, knowledge, owner: owner('Y'), lang, now: desk.now.value })
    const { firm } = await desk.visitor(owner('Y'))
    const pages = createPages({ firms: desk.firms, letters: desk.letters, knowledge, clock: () => desk.now.value })
    const page = await pages({ page: 'month', firm: firm.id, lang })
    if (page?.kind !== 'paper') throw new Error('no paper')
    expect(page.paper.sections.map(({ kind }) => kind)).toEqual(['text', 'numbers', 'facts', 'table', 'signature'])
    expect(JSON.stringify(page.paper)).toContain(lang === 'ja' ? '2027年1月のまとめ' : 'January 2027 in brief')
  })
})
