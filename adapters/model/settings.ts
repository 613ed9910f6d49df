import { z } from 'zod'

const CHAT_PROVIDERS = ['openai', 'anthropic', 'azure', 'ollama', 'openai-compatible'] as const
const EMBEDDING_PROVIDERS = ['openai', 'azure', 'ollama', 'openai-compatible'] as const
const TASKS = ['write', 'rerank'] as const
type Provider = (typeof CHAT_PROVIDERS)[number]

/** A key with a line break in it would be quoted in the error of the HTTP client. */
const key = z.string().regex(/^[\x21-\x7e]+$/u, 'must be one line of plain letters, digits and signs')
const address = z
  .url({ protocol: /^https?$/u })
  .refine((url) => URL.parse(url)?.username === '' && URL.parse(url)?.password === '', {
    message: 'must not hold a user or password; use the key instead',
  })

/** The settings of models, all of them off by default; config.ts merges the shape into its own. */
export const modelShape = {
  /** Who words answers and orders what was found. Without it, answers are composed from the corpus alone. */
  MODEL_PROVIDER: z.enum(CHAT_PROVIDERS).optional(),
  /** On Azure, the name of the deployment. */
  MODEL_NAME: z.string().min(1).optional(),
  /** Needed for azure and openai-compatible; elsewhere the provider's own address. */
  MODEL_BASE_URL: address.optional(),
  MODEL_API_KEY: key.optional(),
  /** What the model is asked for, separated by commas: `write`, `rerank`. */
  MODEL_TASKS: z
    .string()
    .default('write')
    .transform((names) => names.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(TASKS)).min(1)),
  /** How long wording an answer may take with its retry; after that, the composed answer is sent. Events are leased for 60 s. */
  MODEL_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(12_000),
  /** Most tokens one answer may cost to write. */
  MODEL_MAX_TOKENS: z.coerce.number().int().min(64).max(32_000).default(1_500),
  /** Most tokens a day, in and out, by this process; after that, answers are composed until the next day (UTC). */
  MODEL_TOKENS_PER_DAY: z.coerce.number().int().min(0).default(1_000_000),
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
  tasks: readonly (typeof TASKS)[number][]
  timeoutMs: number
  maxTokens: number
  tokensPerDay: number
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

export type Missing = Readonly<{ setting: string; message: string }>

/** What a chosen provider still needs, of settings as they were read, so that it can be said together with all bad values. */
export function missingModelSettings(set: Readonly<Record<string, string | undefined>>): readonly Missing[] {
  const chat = { provider: 'MODEL_PROVIDER', name: 'MODEL_NAME', address: 'MODEL_BASE_URL', key: 'MODEL_API_KEY' }
  const embedding = {
    provider: 'EMBEDDING_PROVIDER',
    name: 'EMBEDDING_MODEL',
    address: 'EMBEDDING_BASE_URL',
    key: 'EMBEDDING_API_KEY',
  }
  return [chat, embedding].flatMap((names) => missingOf(names, set))
}

function missingOf(
  names: Readonly<Record<'provider' | 'name' | 'address' | 'key', string>>,
  set: Readonly<Record<string, string | undefined>>,
): readonly Missing[] {
  const provider = CHAT_PROVIDERS.find((one) => one === set[names.provider])
  if (set[names.provider] === undefined && set[names.name] !== undefined)
    return [{ setting: names.provider, message: `is needed with ${names.name}` }]
  if (provider === undefined) return []
  const needed = [
    names.name,
    ...(provider in ADDRESSES ? [] : [names.address]),
    ...(NEEDS_KEY.has(provider) ? [names.key] : []),
  ]
  return needed
    .filter((setting) => set[setting] === undefined)
    .map((setting) => ({ setting, message: `is needed with the provider ${provider}` }))
}

/** Of settings that lack nothing. */
export function modelConfigOf(settings: Settings): ModelConfig {
  const { MODEL_PROVIDER: chat, EMBEDDING_PROVIDER: embedding } = settings
  return {
    chat: chat && {
      provider: chat,
      model: settings.MODEL_NAME ?? '',
      baseUrl: addressFor(chat, settings.MODEL_BASE_URL),
      apiKey: settings.MODEL_API_KEY,
      tasks: settings.MODEL_TASKS,
      timeoutMs: settings.MODEL_TIMEOUT_MS,
      maxTokens: settings.MODEL_MAX_TOKENS,
      tokensPerDay: settings.MODEL_TOKENS_PER_DAY,
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
