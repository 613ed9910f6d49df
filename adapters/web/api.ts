import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ChatEvent } from '../../bot/event.ts'
import type { Turn } from '../../bot/ports.ts'
import { LONGEST_QUESTION } from '../../bot/question-length.ts'
import type { Reply } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { renderHistory } from './history.ts'
import { languageOf } from './language.ts'
import { OWNER } from './owner.ts'
import { renderPanel } from './panel.ts'
import { parseChat, threadSchema } from './parse.ts'
import { renderReply } from './render.ts'
import { webWordsIn } from './words.ts'

const LARGEST_BODY = 16 * 1024

export interface ApiNeeds {
  answer: (event: ChatEvent) => Promise<Reply>
  /** What somebody would see, without keeping that they looked. */
  look: (event: ChatEvent) => Promise<Reply>
  history: (thread: string) => Promise<readonly Turn[]>
  /** Keeps a surprise for whoever runs Shirube and answers the reference that finds it again. */
  report: (cause: unknown) => string
  defaultLang: Lang
}

/** What the chat page calls. Whoever gets here is signed in. */
export function apiRoutes(needs: ApiNeeds): Hono {
  const routes = new Hono()
  const langOf = (c: Context) => languageOf(c, needs.defaultLang)
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => c.json({ error: webWordsIn(langOf(c)).tooLarge }, 413),
  })

  routes.post('/chat', limit, async (c) => {
    const lang = langOf(c)
    const parsed = parseChat(await c.req.text())
    if (parsed.kind !== 'event') return c.json({ error: refusal(parsed.kind, lang) }, 400)
    const { reply, status } = await answered(parsed.event, lang, needs)
    return c.json({ reply, html: renderReply(reply, parsed.event.id).toString() }, status)
  })

  routes.get('/history', async (c) => {
    const lang = langOf(c)
    const thread = threadSchema.safeParse(c.req.query('thread'))
    if (!thread.success) return c.json({ error: webWordsIn(lang).noThread }, 400)
    return c.json({ html: renderHistory(await needs.history(thread.data), lang).toString() })
  })

  routes.get('/panel', async (c) => {
    const id = randomUUID()
    const action = { kind: 'view', view: 'home' } as const
    const at = { id, thread: `web:${id}`, lang: langOf(c), speaker: OWNER }
    const reply = await needs.look({ ...at, kind: 'press', action, values: {} })
    return c.json({ html: renderPanel(reply).toString() })
  })
  return routes
}

function refusal(kind: 'malformed' | 'empty' | 'too_long', lang: Lang): string {
  switch (kind) {
    case 'malformed':
      return webWordsIn(lang).malformed
    case 'empty':
      return wordsIn(lang).empty
    case 'too_long':
      return wordsIn(lang).tooLong(LONGEST_QUESTION)
  }
}

/** Every accepted message ends in a reply. 500 tells the page that sending the same id again is worth a try. */
async function answered(event: ChatEvent, lang: Lang, needs: ApiNeeds): Promise<{ reply: Reply; status: 200 | 500 }> {
  try {
    return { reply: await needs.answer(event), status: 200 }
  } catch (cause) {
    const reference = needs.report(cause)
    const text = wordsIn(lang).failed(reference)
    const reply: Reply = { outcome: 'error', lang, blocks: [{ kind: 'text', text }], confidence: 1, reference }
    return { reply, status: 500 }
  }
}
