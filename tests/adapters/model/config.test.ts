import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkModelSettings, HIDDEN_MODEL_SETTINGS, modelConfigOf, modelShape } from '../../../adapters/model/config.ts'

const schema = z.object(modelShape).superRefine(checkModelSettings)
const read = (environment: Record<string, string>) => modelConfigOf(schema.parse(environment))
const problems = (environment: Record<string, string>) =>
  schema.safeParse(environment).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

describe('the settings of the model', () => {
  it('are off by default', () => {
    expect(read({})).toEqual({ chat: undefined, embedding: undefined })
  })

  it('know the address of a provider that has one', () => {
    expect(read({ MODEL_PROVIDER: 'anthropic', MODEL_NAME: 'claude', MODEL_API_KEY: 'k' }).chat).toEqual({
      provider: 'anthropic',
      model: 'claude',
      baseUrl: 'https://api.anthropic.com',
      apiKey: 'k',
      timeoutMs: 15_000,
      maxTokens: 1_500,
    })
    expect(
      read({
        EMBEDDING_PROVIDER: 'openai-compatible',
        EMBEDDING_MODEL: 'e5',
        EMBEDDING_BASE_URL: 'http://gpu:8000/v1/',
      }).embedding,
    ).toEqual({ provider: 'openai-compatible', model: 'e5', baseUrl: 'http://gpu:8000/v1', apiKey: undefined })
  })

  it('say everything that is missing at once', () => {
    expect(problems({ MODEL_PROVIDER: 'azure', EMBEDDING_PROVIDER: 'openai' })).toEqual([
      'MODEL_NAME is needed with the provider azure',
      'MODEL_BASE_URL is needed with the provider azure',
      'MODEL_API_KEY is needed with the provider azure',
      'EMBEDDING_MODEL is needed with the provider openai',
      'EMBEDDING_API_KEY is needed with the provider openai',
    ])
  })

  it.each([
    ['MODEL_BASE_URL', 'https://me:secret@models.example/v1'],
    ['MODEL_BASE_URL', 'file:///etc/secret'],
    ['MODEL_API_KEY', 'secret\nsecond line'],
    ['EMBEDDING_API_KEY', 'secret key'],
  ])('refuse %s without showing it', (name, value) => {
    const found = problems({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found?.[0]).not.toContain('secret')
    expect(HIDDEN_MODEL_SETTINGS.has(name)).toBe(true)
  })
})
