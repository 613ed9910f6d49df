import type { Lang } from '../../corpus/schema.ts'
import { citationsOf, choicesOf, relatedOf, writtenBy, type Block, type Citation, type Reply } from '../../bot/reply.ts'
import { deskWordsIn } from '../../bot/words/desk.ts'
import { wordsIn } from '../../bot/words/words.ts'

/** What `ask --json` prints; the shape others rely on. */
export function renderJson(
  reply: Reply,
  { corpusVersion, elapsedMs }: { corpusVersion: string; elapsedMs: number },
): object {
  return {
    outcome: reply.outcome,
    lang: reply.lang,
    writtenBy: writtenBy(reply),
    text: renderText(
      reply.blocks.filter(({ kind }) => kind !== 'citations' && kind !== 'choices' && kind !== 'related'),
      reply.lang,
    ),
    citations: citationsOf(reply).map(({ n, id, framework, edition, title, wording, basis, quote, url }) => {
      return { n, id, framework, edition, title, wording, basis, quote, url }
    }),
    choices: choicesOf(reply).map(({ label, id }) => ({ label, id })),
    related: relatedOf(reply).map(({ framework, id, relation }) => ({ framework, id, relation })),
    confidence: Math.round(reply.confidence * 1000) / 1000,
    corpusVersion,
    elapsedMs: Math.round(elapsedMs * 100) / 100,
    ...(reply.reference === undefined ? {} : { reference: reply.reference }),
  }
}

/** A reply as Markdown, as a terminal shows it. */
export const renderText = (blocks: readonly Block[], lang: Lang): string =>
  blocks.map((block) => renderBlock(block, lang)).join('\n\n')

function renderBlock(block: Block, lang: Lang): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'list':
      return [
        ...heading(block.heading),
        ...block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`),
      ].join('\n')
    case 'citations':
      return block.citations.map((citation) => renderCitation(citation, lang)).join('\n')
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label, id }) => `- ${label} (${id})`)].join('\n')
    case 'suggestions':
      return [block.prompt, ...block.questions.map((question) => `- ${question}`)].join('\n')
    case 'related':
      return [
        ...heading(wordsIn(lang).elsewhere),
        ...block.links.map(({ framework, id, title }) => `- ${framework.toUpperCase()} ${id} ${title}`),
      ].join('\n')
    case 'notice':
    case 'written_by_model':
      return `> ${block.text}`
    case 'heading':
      return `**${block.text}**`
    case 'facts':
      return block.facts.map(({ label, value }) => `- ${label}: ${value}`).join('\n')
    case 'progress':
      return deskWordsIn(lang).progressLines(block.progress).join('\n')
    case 'buttons':
      return [block.prompt, ...block.buttons.map(({ label }) => `- ${label}`)].join('\n')
    case 'form':
      return [block.form.title, ...block.form.fields.map(({ label }) => `- ${label}`)].join('\n')
    case 'link':
      return `${block.label}: ${block.path}`
  }
}

const heading = (text: string): string[] => (text === '' ? [] : [`**${text}**`])

function renderCitation({ n, id, title, document, edition, wording, basis, url }: Citation, lang: Lang): string {
  const words = wordsIn(lang)
  const sure = wording === 'own' ? words.wording.own : `${words.wording[wording]}; ${words.basis[basis]}`
  return `[${n}] ${id} ${title} — ${document} ${edition} (${sure})\n    ${url}`
}
