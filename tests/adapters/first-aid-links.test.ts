import { expect, it } from 'vitest'
import { renderMessage as onSlack } from '../../adapters/slack/render.ts'
import { renderMessage as onTeams } from '../../adapters/teams/render.ts'
import { renderReply as onWeb } from '../../adapters/web/render.ts'
import type { Block, Reply } from '../../bot/reply.ts'

const IPA = 'https://www.ipa.go.jp/security/support/soudan.html'
const POLICE = 'https://www.npa.go.jp/bureau/cyber/soudan.html'
const rendering = { nonce: 'n', pageAt: (path: string) => `https://shirube.example${path}` }

const items = [`IPA（03-0000-0000）：相談 ${IPA}`, `警察：被害 ${POLICE} まで`, 'https://evil.example <b>']
const list: Block = { kind: 'list', heading: '相談先', items, ordered: false, own: true, links: [IPA, POLICE] }
const reply: Reply = { outcome: 'answered', lang: 'ja', blocks: [list], confidence: 1 }

it('opens whom to call from Slack, and no other address', () => {
  const shown = JSON.stringify(onSlack(reply, rendering).blocks)
  expect(shown).toContain(`相談 <${IPA}|${IPA}>`)
  expect(shown).toContain(`被害 <${POLICE}|${POLICE}> まで`)
  expect(shown).not.toContain('<https://evil.example')
})

it('opens whom to call from Teams, and makes no link of another address', () => {
  const shown = JSON.stringify(onTeams(reply, { ...rendering }))
  expect(shown).toContain(`相談 [${IPA}](${IPA})`)
  expect(shown).toContain(`被害 [${POLICE}](${POLICE}) まで`)
  expect(shown).not.toContain('](https://evil.example')
})

it('opens whom to call from the web chat, and no other address', () => {
  const html = onWeb(reply, 'k').toString()
  expect(html).toContain(`<a href="${IPA}" target="_blank" rel="noopener noreferrer">${IPA}</a>`)
  expect([...html.matchAll(/<a /gu)]).toHaveLength(2)
  expect(html).toContain('https://evil.example &lt;b&gt;')
})
