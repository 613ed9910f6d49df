import { randomUUID } from 'node:crypto'
import type { Lang } from '../../../corpus/schema.ts'
import type { Composed } from '../../../compose.ts'
import { createTestWeb, read } from '../web/web.ts'
import { begin, compact, type Field, type Seen, type Way } from './seen.ts'

/** The local page, whose one person is the firm's manager. */
export function onWeb({ bot, answer }: Pick<Composed, 'bot' | 'answer'>, lang: Lang): Way {
  const web = createTestWeb({ answer, look: bot })
  const thread = `web:${randomUUID()}`
  let html = ''
  const post = async (said: object): Promise<Seen> => {
    const { html: shown, error } = await read(await web.post({ id: randomUUID(), thread, lang, ...said }))
    if (error !== '') throw new Error(error)
    html = shown
    return seenIn(html)
  }
  return {
    say: (text) => post({ text }),
    follow: (text) => post({ text }),
    press(name) {
      const found = buttonsIn(html).find(({ label }) => name.test(label))
      if (found === undefined) throw new Error(`no button ${String(name)}`)
      return post({ press: found.press, values: {} })
    },
    send: (values) => post({ press: plain(/<form[^>]*data-press="([^"]*)"/u.exec(html)?.[1] ?? ''), values }),
  }
}

const buttonsIn = (html: string) =>
  [...html.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/gu)].map(([, inside = '', label = '']) => ({
    label: plain(label),
    press: plain(/data-press="([^"]*)"/u.exec(inside)?.[1] ?? ''),
  }))

/** Sources are folded away, with a heading that counts them; a relation to another framework has a word more. Both are the page's own. */
function seenIn(html: string): Seen {
  const sources = [...html.matchAll(/<span class="n">(\d+)<\/span> <span class="id">([^<]*)<\/span>/gu)]
  const fields = [...html.matchAll(FIELD)].map(([field]) => fieldIn(field))
  const links = [...html.matchAll(LINK)].map(([, name = '']) => plain(name))
  const rest = html
    .replaceAll(/<details class="sources">[\s\S]*?<\/details>/gu, '')
    .replaceAll(/<sup><a class="mark"[^>]*>(\d+)<\/a><\/sup>/gu, '[$1]')
    .replaceAll(FIELD, '')
    .replaceAll(LINK, '')
    .replaceAll(/<small>[\s\S]*?<\/small>/gu, '')
    .replaceAll(/<button[\s\S]*?<\/button>/gu, '')
    .replaceAll(/<br>|<\/(?:p|li|h2|dt|dd|div)>/gu, '\n')
  return {
    said: compact(plain(rest)),
    buttons: buttonsIn(html).map(({ label }) => begin(label)),
    fields,
    sources: sources.map(([, n = '', id = '']) => `[${n}] ${plain(id)}`),
    links,
  }
}

const FIELD = /<(div|fieldset) class="field-of-form"[\s\S]*?<\/\1>/gu
const LINK = /<p class="page-link"><a[^>]*>([\s\S]*?)<\/a><\/p>/gu

function fieldIn(html: string): Field {
  const options = [
    ...html.matchAll(/<option value="[^"]*"[^>]*>([^<]*)<|<label class="box">[\s\S]*?<span>([^<]*)<\/span>/gu),
  ]
  return {
    label: plain(/<(?:label for|legend)[^>]*>([\s\S]*?)<\//u.exec(html)?.[1] ?? ''),
    help: compact(plain(/<p class="below"[^>]*>(?:<span[\s\S]*?<\/span> )?([\s\S]*?)<\/p>/u.exec(html)?.[1] ?? '')),
    options: options.map(([, one, other]) => begin(plain(one ?? other ?? ''))).filter((label) => label !== '–'),
  }
}

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
