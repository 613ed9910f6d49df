import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { renderMessage as renderForSlack } from '../../../adapters/slack/render.ts'
import { renderMessage as renderForTeams } from '../../../adapters/teams/render.ts'
import { digestReply } from '../../../bot/digest/reply.ts'
import { LANGS, type Lang } from '../../../corpus/schema.ts'
import { fullWeek } from './example.ts'

const PAGE = readFileSync(new URL('../../../docs/digest.md', import.meta.url), 'utf8')
const PLACES = { nonce: 'n', pageAt: (path: string) => path }

const label = (text: string): string => `[${text}]`

/** What a reader sees of Slack's blocks, each as it is written there. */
function inSlack(lang: Lang): string {
  const plain = z.object({ text: z.string() })
  const block = z.union([
    z.object({ text: plain }).transform(({ text }) => text.text),
    z
      .object({ elements: z.array(z.object({ text: plain })) })
      .transform(({ elements }) => elements.map(({ text }) => label(text.text)).join(' ')),
  ])
  return z
    .array(block)
    .parse(renderForSlack(digestReply(fullWeek(lang), lang), PLACES).blocks)
    .join('\n\n')
}

/** What a reader sees of the Adaptive Card, without the signs that keep Markdown out. */
function inTeams(lang: Lang): string {
  const element = z.union([
    z
      .object({ facts: z.array(z.object({ title: z.string(), value: z.string() })) })
      .transform(({ facts }) => facts.map(({ title, value }) => `${title} | ${value}`).join('\n')),
    z
      .object({ actions: z.array(z.object({ title: z.string() })) })
      .transform(({ actions }) => actions.map(({ title }) => label(title)).join(' ')),
    z.object({ text: z.string() }).transform(({ text }) => text),
  ])
  const card = z.object({ attachments: z.tuple([z.object({ content: z.object({ body: z.array(element) }) })]) })
  const { attachments } = card.parse(renderForTeams(digestReply(fullWeek(lang), lang), PLACES))
  return attachments[0].content.body.join('\n\n').replaceAll(/\\(.)/gu, '$1')
}

it.each(LANGS)('docs/digest.md shows what Slack and Teams show, in %s', (lang) => {
  for (const shown of [inSlack(lang), inTeams(lang)]) expect(PAGE).toContain(`\`\`\`text\n${shown}\n\`\`\``)
})
