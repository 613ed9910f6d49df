import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as bodyOf } from 'node:stream/consumers'
import { z } from 'zod'
import { loadModel, type Model } from '../../../adapters/model/model.ts'
import type { Count } from '../../../adapters/model/count.ts'
import type { ChatConfig } from '../../../adapters/model/settings.ts'
import type { Reranker, Writer, Written } from '../../../bot/writing/ports.ts'

export const KEY = 'sk-test-0123456789-secret'

/** What a request of ours looked like to the provider. */
export type Received = Readonly<{
  path: string
  authorization: string
  rules: string
  material: string
  input: readonly string[]
  body: unknown
}>

/** Does one thing to one request. */
export type Behaviour = (response: ServerResponse, received: Received) => void

/** A host on this machine that speaks OpenAI's protocol and behaves as told, request by request; the last stays. */
export interface Provider {
  readonly url: string
  readonly received: readonly Received[]
  will(...behaviours: readonly Behaviour[]): void
  close(): Promise<void>
}

export async function startProvider(): Promise<Provider> {
  const received: Received[] = []
  let plan: readonly Behaviour[] = [fails(500)]
  const server = createServer((request, response) => {
    void readRequest(request).then((one) => {
      const [behaviour, ...rest] = plan
      if (rest.length > 0) plan = rest
      received.push(one)
      behaviour?.(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    will(...behaviours) {
      received.length = 0
      plan = behaviours
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const bodySchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string().catch('') })).default([]),
  input: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
})

async function readRequest(request: IncomingMessage): Promise<Received> {
  const body: unknown = JSON.parse(await bodyOf(request))
  const { messages, input } = bodySchema.parse(body)
  const said = (role: string): string => messages.find((message) => message.role === role)?.content ?? ''
  return {
    path: request.url ?? '',
    authorization:
      request.headers.authorization ?? String(request.headers['api-key'] ?? request.headers['x-api-key'] ?? ''),
    rules: said('system'),
    material: said('user'),
    input,
    body,
  }
}

export const answers =
  (status: number, body: string, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }

/** An error as providers write it: with the key that was sent, and what was asked. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response, { authorization, material }) => {
    const message = `Problem ${status} with key ${authorization}: ${material}`
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { message } }))
  }

const completion = (content: string, finish: string): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 70, completion_tokens: 30, total_tokens: 100 },
  })

/** The model says exactly this. */
export const says = (content: string, finish = 'stop'): Behaviour => answers(200, completion(content, finish))

/** The model writes sentences, each resting on the passages named behind it. */
export const writes = (...sentences: readonly (readonly [text: string, ...cites: number[]])[]): Behaviour =>
  says(JSON.stringify({ sentences: sentences.map(([sentence, ...cites]) => ({ text: sentence, cites })) }))

const passagesSchema = z.object({ passages: z.array(z.object({ n: z.number(), text: z.string() })) })

/** The model writes this one sentence and cites the passage that says it. */
export const restingOn =
  (sentence: string): Behaviour =>
  (response, received) => {
    const passage = passagesIn(received).find(({ text }) => text.includes(sentence))
    writes([sentence, passage?.n ?? 0])(response, received)
  }

export const hangs: Behaviour = () => undefined

/** Breaks the connection in the middle of an answer that would have been fine. */
export const cutsOff =
  (content: string): Behaviour =>
  (response) => {
    const whole = completion(content, 'stop')
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) })
    response.write(whole.slice(0, whole.length / 2), () => response.destroy())
  }

/** A vector per text, of this length and told apart by the text. */
export const embeds =
  (dimensions: number): Behaviour =>
  (response, { input }) => {
    const data = input.map((one, index) => ({ object: 'embedding', index, embedding: vectorOf(one, dimensions) }))
    const body = JSON.stringify({
      object: 'list',
      model: 'test-embedding',
      data,
      usage: { prompt_tokens: 1, total_tokens: 1 },
    })
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  }

const vectorOf = (one: string, dimensions: number): number[] =>
  Array.from({ length: dimensions }, (_, index) => (one.codePointAt(index % one.length) ?? 0) + index)

export const reasonOf = (written: Written | undefined): string =>
  written?.kind === 'unusable' ? written.reason : 'it was of use'

export const asked = (provider: Provider): ChatConfig => ({
  provider: 'openai-compatible',
  model: 'test-model',
  baseUrl: provider.url,
  apiKey: KEY,
  tasks: ['write', 'rerank'],
  timeoutMs: 10_000,
  maxTokens: 300,
  tokensPerDay: 10_000_000,
})

type Opened = Readonly<{ writer: Writer; reranker: Reranker; trouble: Model['trouble']; counts: readonly Count[] }>

/** The model as it is configured, with what was counted of it. */
export async function openModel(config: ChatConfig, now = Date.now): Promise<Opened> {
  const counts: Count[] = []
  const { writer, reranker, trouble } = await loadModel({ config, meter: (count) => counts.push(count), now })
  if (writer === undefined || reranker === undefined) throw new Error('MODEL_TASKS leaves out what is tested here')
  return { writer, reranker, trouble, counts }
}

/** Refuses whoever comes back sooner than it asked for. */
export function isBusyFor(milliseconds: number, then: Behaviour): Behaviour {
  let free: number | undefined
  return (response, received) => {
    free ??= performance.now() + milliseconds
    const headers = { 'retry-after-ms': String(milliseconds) }
    if (performance.now() < free) fails(429, headers)(response, received)
    else then(response, received)
  }
}

/** The model writes this sentence, and cites the three passages it has most in common with: the worst it could do. */
export const obeying =
  (sentence: string): Behaviour =>
  (response, received) => {
    const near = passagesIn(received)
      .map(({ n, text }) => ({ n, shared: sharedPairs(sentence, text) }))
      .sort((a, b) => b.shared - a.shared)
    writes([sentence, ...near.slice(0, 3).map(({ n }) => n)])(response, received)
  }

const passagesIn = ({ material }: Received) =>
  passagesSchema.parse(JSON.parse(/\{.*\}/u.exec(material)?.[0] ?? '')).passages

const sharedPairs = (one: string, other: string): number =>
  Array.from({ length: one.length - 1 }, (_, index) => one.slice(index, index + 2)).filter((pair) =>
    other.includes(pair),
  ).length
