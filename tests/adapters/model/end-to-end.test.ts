import { fileURLToPath } from 'node:url'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { usedFolder } from '../store/ready-store.ts'
import { cli } from '../../commands/cli.ts'
import { start } from '../../end-to-end/started.ts'
import { embeds, fails, KEY, restingOn, says, startProvider, type Behaviour, type Provider } from './provider.ts'

let provider: Provider
let root = ''
beforeAll(async () => {
  provider = await startProvider()
  root = await mkdtemp(join(tmpdir(), 'shirube-model-'))
})
afterAll(async () => {
  await provider.close()
  await rm(root, { recursive: true, force: true })
})

const SPY = fileURLToPath(new URL('./load-spy.ts', import.meta.url))
const settings = (): Record<string, string> => ({
  MODEL_PROVIDER: 'openai-compatible',
  MODEL_NAME: 'test-model',
  MODEL_BASE_URL: provider.url,
  MODEL_API_KEY: KEY,
})
const QUESTION = 'CPS.AC-1について、IDの一覧はいつ見直す？'
const STEP = '3か月に1回一覧を見て、使っていないIDを止め、おかしな時刻や場所のログインがないか見る。'

const answerSchema = z.object({
  outcome: z.string(),
  writtenBy: z.string(),
  text: z.string(),
  citations: z.array(z.object({ id: z.string() })),
})

async function ask(behaviour: Behaviour, env: Record<string, string> = {}) {
  provider.will(behaviour)
  const { code, stdout, stderr } = await cli(['ask', '--json', QUESTION], { env: { ...settings(), ...env } })
  expect(stdout + stderr).not.toContain(KEY)
  return { code, stderr, answer: answerSchema.parse(JSON.parse(stdout)) }
}

describe('ask --json, with a model configured', () => {
  it('prints what the model wrote, says that it did, and cites as ever', async () => {
    const { code, stderr, answer } = await ask(restingOn(STEP))
    expect({ code, stderr, outcome: answer.outcome, by: answer.writtenBy }).toEqual({
      code: 0,
      stderr: '',
      outcome: 'answered',
      by: 'model',
    })
    expect(answer.text).toMatch(new RegExp(`^\\*\\*Shirubeからの提案\\*\\*\n- ${STEP}\n\n> .*AIが書きました`, 'u'))
    expect(answer.citations[0]?.id).toBe('CPS.AC-1')
  })

  it('prints the composed answer and says why, where the model is down', async () => {
    const { code, stderr, answer } = await ask(fails(503))
    expect({ code, outcome: answer.outcome, by: answer.writtenBy }).toEqual({
      code: 0,
      outcome: 'answered',
      by: 'shirube',
    })
    expect(stderr).toBe("The model can't be used: it has a problem of its own; try again later\n")
  })

  it('prints the answer of the index that ships, and says so, where the embedding model is down', async () => {
    const vectors = {
      EMBEDDING_PROVIDER: 'openai-compatible',
      EMBEDDING_MODEL: 'vectors',
      EMBEDDING_BASE_URL: provider.url,
    }
    provider.will(fails(401))
    const { stdout, stderr } = await cli(['ask', '--json', '退職者のIDは？'], { env: vectors })
    expect(answerSchema.parse(JSON.parse(stdout)).outcome).toBe('answered')
    expect(stderr).toMatch(/^The embedding model vectors .* it refused the key.*; bag-\w+ ranks meanwhile\n$/u)
  })

  it('names every bad setting in one error, and shows no key', async () => {
    const env = { MODEL_PROVIDER: 'azure', MODEL_API_KEY: `${KEY} x`, MODEL_TIMEOUT_MS: 'soon' }
    const { code, stderr } = await cli(['ask', 'CPS.AC-1'], { env })
    expect([code, stderr.includes(KEY)]).toEqual([1, false])
    expect(stderr).toMatch(/MODEL_API_KEY=\(hidden\)[^]*MODEL_TIMEOUT_MS=soon/u)
  })
})

describe('doctor', () => {
  const doctor = async () => {
    const vectors = { EMBEDDING_PROVIDER: 'openai-compatible', EMBEDDING_MODEL: 'vectors', EMBEDDING_API_KEY: KEY }
    const env = { ...settings(), ...vectors, EMBEDDING_BASE_URL: provider.url, DATA_DIR: join(root, 'doctor') }
    const { stdout } = await cli(['doctor'], { env })
    return stdout.split('\n').filter((line) => / (?:model|embedding) /u.test(line))
  }

  it('says what is wrong with the models, then that they answer', async () => {
    provider.will(fails(401))
    const [model, embedding] = await doctor()
    expect(model).toMatch(/^BAD {2}model .*it refused the key; check the API key setting/u)
    expect(embedding).toMatch(/^BAD {2}embedding .*it refused the key.* the embedder that ships ranks/u)
    provider.will((response, received) => {
      if (received.path.endsWith('/embeddings')) embeds(4)(response, received)
      else says('{"ready":true}')(response, received)
    })
    expect(await doctor()).toEqual([
      'ok   model        openai-compatible test-model (write) answers',
      `ok   embedding    openai-compatible/vectors@${new URL(provider.url).host}/4 answers`,
    ])
  }, 60_000)
})

describe('npm start', () => {
  async function loads(env: Record<string, string>): Promise<string[]> {
    const bot = start({ env: { DATA_DIR: await usedFolder(), PORT: '0', NODE_OPTIONS: `--import ${SPY}`, ...env } })
    onTestFinished(bot.clear)
    await bot.sees(/Stop: Ctrl\+C/u)
    return [...new Set([...bot.printed().matchAll(/^loads (.+)$/gmu)].map(([, name = '']) => name))].sort()
  }

  it('loads no package of any model without settings', async () => {
    expect(await loads({})).toEqual([])
  }, 120_000)

  it('loads those of the configured one only', async () => {
    expect(await loads(settings())).toEqual([
      '@langchain/core',
      '@langchain/openai',
      'langchain',
      'langsmith',
      'openai',
    ])
  }, 120_000)
})
