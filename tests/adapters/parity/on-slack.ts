import { expect } from 'vitest'
import { slackWordsIn } from '../../../adapters/slack/words.ts'
import type { Lang } from '../../../corpus/schema.ts'
import { buttonNamed, type Shop } from '../slack/shop.ts'
import type { Call } from '../slack/stand-in.ts'
import { begin, compact, type Field, type Seen, type Way } from './seen.ts'

type Json = Readonly<Record<string, unknown>>

/** What people see: messages and modals. */
const SHOWN = new Set(['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'views.open', 'views.update'])

export function onSlack(shop: Shop, user: string, lang: Lang): Way {
  /** A message holds no form, so Slack opens one with a button: its own furniture. */
  const { fillIn } = slackWordsIn(lang)
  let last: Call | undefined
  const shown = () => shop.slack.calls.filter(({ method }) => SHOWN.has(method))
  const leadsTo = async (doing: () => Promise<unknown>): Promise<Seen> => {
    await expect.poll(() => shop.open(), { timeout: 10_000 }).toBe(0)
    const before = shown().length
    const answered = await doing()
    if (isView(answered)) last = { method: 'views.update', args: { view: answered.view }, token: '', ts: '' }
    else {
      await expect.poll(() => shown().length, { timeout: 10_000 }).toBeGreaterThan(before)
      last = shown()[before]
    }
    const seen = seenOn(there())
    return seen.buttons.includes(begin(fillIn)) ? press(new RegExp(fillIn, 'u')) : seen
  }
  const there = (): Call => {
    if (last === undefined) throw new Error('nothing was shown yet')
    return last
  }
  const press = (name: RegExp): Promise<Seen> =>
    leadsTo(() => shop.press(there(), buttonNamed(there(), name), { user }))
  return {
    say: (text) => leadsTo(() => shop.direct(text, user)),
    follow: (text) => leadsTo(() => shop.direct(text, user, String(there().args['thread_ts']))),
    press,
    send: (values) => leadsTo(() => shop.submit(there().args['view'] as Json, values, user)),
  }
}

const isView = (answered: unknown): answered is Readonly<{ view: Json }> =>
  typeof answered === 'object' && answered !== null && 'view' in answered

function seenOn({ args }: Call): Seen {
  const view = args['view'] as Json | undefined
  const blocks = withForm(view, (view ?? args)['blocks'] as readonly Json[])
  const { sources, others } = parted(blocks.flatMap((block, at) => linesOf(block, blocks[at + 1])))
  const isLink = (line: string): boolean => line.startsWith('<https://shirube')
  return {
    said: compact(
      others
        .filter((line) => !isLink(line))
        .map(plain)
        .join('\n'),
    ),
    buttons: blocks.flatMap(labelsOf).map(begin),
    fields: blocks.flatMap(fieldOf),
    sources,
    links: others.filter(isLink).map((line) => /\|([^>]*)>/u.exec(line)?.[1] ?? line),
  }
}

/**
 * A modal has its form's title at the top and the button that sends it at the end; seen where the form is, which is Slack's own
 * furniture. A title that is too long stands there already.
 */
function withForm(view: Json | undefined, blocks: readonly Json[]): readonly Json[] {
  const first = blocks.findIndex(({ type }) => type === 'input')
  if (view === undefined || first === -1) return blocks
  const after = blocks.findLastIndex(({ type }) => type === 'input') + 1
  const title = textIn(view['title'])
  const intro = blocks.findLastIndex(({ type }, at) => type !== 'section' && at < first) + 1
  const at = Math.max(first - 1, intro)
  const isInFull = blocks.some((block) => plain(textIn(block['text'])).startsWith(title.replace(/…$/u, '')))
  const submit = { type: 'actions', elements: [{ text: view['submit'] }] }
  return [
    ...blocks.slice(0, at),
    ...(isInFull ? [] : [{ type: 'header', text: { text: title } }]),
    ...blocks.slice(at, after),
    submit,
    ...blocks.slice(after),
  ]
}

const textIn = (part: unknown): string =>
  typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : ''

/** Options that Slack would cut short stand in full above their field, numbered: its own furniture. */
function linesOf({ type, text, elements }: Json, next: Json | undefined): readonly string[] {
  if (type === 'header') return [textIn(text)]
  if (type === 'context') return (elements as readonly unknown[]).flatMap((one) => textIn(one).split('\n'))
  if (type !== 'section') return []
  return textIn(text)
    .split('\n')
    .filter((line) => next?.['type'] !== 'input' || !/^\d+\. /u.test(line))
}

function parted(lines: readonly string[]) {
  const isSource = (line: string): boolean => /^\[\d+\] </u.test(line)
  const sources = lines
    .filter(isSource)
    .map((line) => /^(\[\d+\]) <[^|]*\|(\S+)/u.exec(line)?.slice(1).join(' ') ?? line)
  return { sources, others: lines.filter((line) => !isSource(line)) }
}

const plain = (line: string): string =>
  line.replace(/^> /u, '').replaceAll('*', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const labelsOf = ({ type, elements }: Json): readonly string[] =>
  type === 'actions' ? (elements as readonly Json[]).map(({ text }) => textIn(text)) : []

function fieldOf({ type, label, hint, element }: Json): readonly Field[] {
  if (type !== 'input') return []
  const options = ((element as Json)['options'] ?? []) as readonly Json[]
  return [
    { label: textIn(label), help: compact(textIn(hint)), options: options.map(({ text }) => begin(textIn(text))) },
  ]
}
