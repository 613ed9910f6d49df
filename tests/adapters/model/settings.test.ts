import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../config.ts'

const read = (environment: Record<string, string>) => readConfig(environment).model
function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (cause) {
    return String(cause).split('\n').slice(1)
  }
}

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
      tasks: ['write'],
      timeoutMs: 12_000,
      maxTokens: 1_500,
      tokensPerDay: 1_000_000,
    })
    expect(
      read({
        EMBEDDING_PROVIDER: 'openai-compatible',
        EMBEDDING_MODEL: 'e5',
        EMBEDDING_BASE_URL: 'http://gpu:8000/v1/',
      }).embedding,
    ).toEqual({ provider: 'openai-compatible', model: 'e5', baseUrl: 'http://gpu:8000/v1', apiKey: undefined })
  })

  it('take several tasks', () => {
    const set = { MODEL_PROVIDER: 'ollama', MODEL_NAME: 'm', MODEL_TASKS: 'write, rerank' }
    expect(read(set).chat?.tasks).toEqual(['write', 'rerank'])
  })

  it('say everything that is missing or wrong at once', () => {
    const set = { MODEL_PROVIDER: 'azure', EMBEDDING_PROVIDER: 'openai', MODEL_TASKS: 'sing', PORT: 'x' }
    expect(problems(set).map((line) => line.trim().replace(/[=:.].*/u, ''))).toEqual([
      'PORT',
      'MODEL_TASKS',
      'MODEL_NAME',
      'MODEL_BASE_URL',
      'MODEL_API_KEY',
      'EMBEDDING_MODEL',
      'EMBEDDING_API_KEY',
    ])
  })

  it('do not go unnoticed where the provider is forgotten', () => {
    expect(problems({ MODEL_NAME: 'gpt' })).toEqual(['  MODEL_PROVIDER: is needed with MODEL_NAME'])
  })

  it.each([
    ['MODEL_BASE_URL', 'https://me:secret@models.example/v1'],
    ['MODEL_BASE_URL', 'file:///etc/secret'],
    ['MODEL_API_KEY', 'secret\nsecond line'],
    ['EMBEDDING_API_KEY', 'secret key'],
  ])('refuse %s without showing it', (name, value) => {
    const found = problems({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${name}=(hidden): `)
    expect(found[0]).not.toContain('secret')
  })
})
