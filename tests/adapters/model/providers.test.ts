import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProviderEmbedders } from '../../../adapters/model/embedder.ts'
import type { ChatConfig, EmbeddingConfig } from '../../../adapters/model/settings.ts'
import {
  answers,
  asked,
  embeds,
  hangs,
  KEY,
  openModel,
  startProvider,
  writes,
  type Behaviour,
  type Provider,
} from './provider.ts'

const TEXT = 'Go through the list of IDs every three months.'
const sentences = [{ text: TEXT, cites: [1] }]

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())

const fromAnthropic = answers(
  200,
  JSON.stringify({
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-test',
    content: [{ type: 'tool_use', id: 'toolu_1', name: 'answer', input: { sentences } }],
    stop_reason: 'tool_use',
    usage: { input_tokens: 70, output_tokens: 30 },
  }),
)

const fromOllama = answers(
  200,
  `${JSON.stringify({
    model: 'llama-test',
    created_at: '2026-01-01T00:00:00Z',
    message: { role: 'assistant', content: JSON.stringify({ sentences }) },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 70,
    eval_count: 30,
  })}\n`,
  { 'content-type': 'application/x-ndjson' },
)

async function write(config: Pick<ChatConfig, 'provider' | 'model' | 'baseUrl'>, timeoutMs = 9_000) {
  const { writer } = await openModel({ ...asked(provider), ...config, timeoutMs })
  const passages = [{ n: 1, id: 'CPS.AC-1', about: 'what it asks', text: TEXT }]
  return writer.write({ question: 'IDs?', lang: 'en', passages, history: [], check: () => [] })
}

/** Without the /v1 that OpenAI's protocol has. */
const host = (): string => new URL(provider.url).origin

const CHATS: readonly [ChatConfig['provider'], string, () => string, Behaviour, string, string][] = [
  ['openai', 'gpt-test', () => provider.url, writes([TEXT, 1]), '/v1/chat/completions', `Bearer ${KEY}`],
  ['openai', 'o3-test', () => provider.url, writes([TEXT, 1]), '/v1/chat/completions', `Bearer ${KEY}`],
  [
    'azure',
    'my-deployment',
    host,
    writes([TEXT, 1]),
    '/openai/deployments/my-deployment/chat/completions?api-version=2024-10-21',
    KEY,
  ],
  ['anthropic', 'claude-test', host, fromAnthropic, '/v1/messages', KEY],
  ['ollama', 'llama-test', host, fromOllama, '/api/chat', `Bearer ${KEY}`],
]

describe.each(CHATS)('%s (%s)', (...[name, model, baseUrl, behaviour, path, authorization]) => {
  it('writes an answer by its own protocol', async () => {
    provider.will(behaviour)
    expect(await write({ provider: name, model, baseUrl: baseUrl() })).toEqual({ kind: 'sentences', sentences })
    expect(provider.received).toHaveLength(1)
    expect(provider.received[0]).toMatchObject({ path, authorization })
    // Reasoning models refuse a temperature.
    expect(JSON.stringify(provider.received[0]?.body).includes('"temperature":0')).toBe(model !== 'o3-test')
  })

  it('ends in time', async () => {
    provider.will(hangs)
    expect(await write({ provider: name, model, baseUrl: baseUrl() }, 400)).toEqual({
      kind: 'unusable',
      reason: "The model can't be used: it did not answer in time",
    })
  })
})

const EMBEDDERS: readonly [EmbeddingConfig['provider'], () => string, Behaviour, string][] = [
  ['openai', () => provider.url, embeds(3), '/v1/embeddings'],
  ['azure', host, embeds(3), '/openai/deployments/vectors/embeddings?api-version=2024-10-21'],
  ['ollama', host, answers(200, '{"embeddings":[[1,2,3]]}'), '/api/embed'],
]

describe.each(EMBEDDERS)('the embedder of %s', (...[name, baseUrl, behaviour, path]) => {
  it('embeds by its own protocol', async () => {
    provider.will(behaviour)
    const config = { provider: name, model: 'vectors', baseUrl: baseUrl(), apiKey: KEY }
    const folder = await mkdtemp(join(tmpdir(), 'shirube-vectors-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const needs = { config, folder, meter: () => undefined, now: Date.now }
    const { hasty: embedder } = await createProviderEmbedders(needs)
    expect(embedder.id).toBe(`${name}/vectors@${new URL(provider.url).host}/3`)
    expect(await embedder.embed(['one'])).toHaveLength(1)
    expect(provider.received.map((one) => one.path)).toEqual([path, path])
  })
})
