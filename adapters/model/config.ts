import { z } from 'zod'

const CHAT_PROVIDERS = ['openai', 'anthropic', 'azure', 'ollama', 'openai-compatible'] as const
const EMBEDDING_PROVIDERS = ['openai', 'azure', 'ollama', 'openai-compatible'] as const
type Provider = (typeof CHAT_PROVIDERS)[number]

/** A key with a line break in it would be quoted in the error of the HTTP client. */
const key = z.string().regex(/^[\x21-\x7e]+$/u, 'must be one line of plain letters, digits and signs')
const address = z
  .url({ protocol: /^https?$/u })
  .refine((url) => URL.parse(url)?.username === '' && URL.parse(url)?.password === '', {
    message: 'must not hold a user or password; use the key instead',
  })

/** The settings of the model, all of them off by default; merge the shape into a schema and add `checkModelSettings`. */
export const modelShape = {
  /** Who writes answers and re-ranks. Without it, answers are composed from the corpus alone. */
  MODEL_PROVIDER: z.enum(CHAT_PROVIDERS).optional(),
  /** On Azure, the name of the deployment. */
  MODEL_NAME: z.string().min(1).optional(),
  /** Needed for azure and openai-compatible; elsewhere the provider's own address. */
  MODEL_BASE_URL: address.optional(),
  MODEL_API_KEY: key.optional(),
  /** How long an answer may take with its retry; after that, the composed answer is sent. */
  MODEL_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(15_000),
  /** Most tokens one answer may cost to write. */
  MODEL_MAX_TOKENS: z.coerce.number().int().min(64).max(32_000).default(1_500),
  /** Whose vectors are searched. Without it, Shirube's own offline embedder. */
  EMBEDDING_PROVIDER: z.enum(EMBEDDING_PROVIDERS).optional(),
  EMBEDDING_MODEL: z.string().min(1).optional(),
  EMBEDDING_BASE_URL: address.optional(),
  EMBEDDING_API_KEY: key.optional(),
}

/** Settings whose values are shown nowhere, errors about them included; an address may hold a password by mistake. */
export const HIDDEN_MODEL_SETTINGS: ReadonlySet<string> = new Set([
  'MODEL_API_KEY',
  'MODEL_BASE_URL',
  'EMBEDDING_API_KEY',
  'EMBEDDING_BASE_URL',
])

type Settings = Readonly<z.infer<z.ZodObject<typeof modelShape>>>

export type ChatConfig = Readonly<{
  provider: Provider
  model: string
  baseUrl: string
  apiKey: string | undefined
  timeoutMs: number
  maxTokens: number
}>

export type EmbeddingConfig = Readonly<{
  provider: (typeof EMBEDDING_PROVIDERS)[number]
  model: string
  baseUrl: string
  apiKey: string | undefined
}>

/** `undefined` is off. */
export type ModelConfig = Readonly<{ chat: ChatConfig | undefined; embedding: EmbeddingConfig | undefined }>

const ADDRESSES: Readonly<Partial<Record<Provider, string>>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  ollama: 'http://127.0.0.1:11434',
}
const NEEDS_KEY: ReadonlySet<Provider> = new Set(['openai', 'anthropic', 'azure'])

/** Names what a chosen provider still needs. */
export function checkModelSettings(settings: Settings, context: z.RefinementCtx): void {
  const needs = (provider: Provider | undefined, setting: keyof Settings, needed: boolean): void => {
    if (provider === undefined || !needed || settings[setting] !== undefined) return
    context.addIssue({ code: 'custom', path: [setting], message: `is needed with the provider ${provider}` })
  }
  const { MODEL_PROVIDER: chat, EMBEDDING_PROVIDER: embedding } = settings
  needs(chat, 'MODEL_NAME', true)
  needs(chat, 'MODEL_BASE_URL', chat !== undefined && !(chat in ADDRESSES))
  needs(chat, 'MODEL_API_KEY', chat !== undefined && NEEDS_KEY.has(chat))
  needs(embedding, 'EMBEDDING_MODEL', true)
  needs(embedding, 'EMBEDDING_BASE_URL', embedding !== undefined && !(embedding in ADDRESSES))
  needs(embedding, 'EMBEDDING_API_KEY', embedding !== undefined && NEEDS_KEY.has(embedding))
}

export function modelConfigOf(settings: Settings): ModelConfig {
  const { MODEL_PROVIDER: chat, EMBEDDING_PROVIDER: embedding } = settings
  return {
    chat: chat && {
      provider: chat,
      model: settings.MODEL_NAME ?? '',
      baseUrl: addressFor(chat, settings.MODEL_BASE_URL),
      apiKey: settings.MODEL_API_KEY,
      timeoutMs: settings.MODEL_TIMEOUT_MS,
      maxTokens: settings.MODEL_MAX_TOKENS,
    },
    embedding: embedding && {
      provider: embedding,
      model: settings.EMBEDDING_MODEL ?? '',
      baseUrl: addressFor(embedding, settings.EMBEDDING_BASE_URL),
      apiKey: settings.EMBEDDING_API_KEY,
    },
  }
}

const addressFor = (provider: Provider, set: string | undefined): string =>
  (set ?? ADDRESSES[provider] ?? '').replace(/\/+$/u, '')
