import type { ChatConfig, EmbeddingConfig } from './settings.ts'

/** Tokens can be asked for in a schema since this version of Azure's API. */
const AZURE_VERSION = '2024-10-21'

/** These models refuse any temperature but their own. */
const OWN_TEMPERATURE = /^(?:o\d|gpt-[5-9](?!\S*chat)|claude-(?:opus-4-[78]|opus-5|sonnet-5|fable|mythos))/u

/**
 * Loads LangChain, which takes a second and 100 MB, for a configured model only. Every address and key is given: what is
 * left out, LangChain and the providers' packages look up in the environment themselves, and a key would go to the wrong host.
 */
export async function loadChatModel(config: ChatConfig) {
  ignoreLangChainSettings(process.env)
  return installed(config, async () => {
    const { initChatModel } = await import('langchain/chat_models/universal')
    return initChatModel(config.model, {
      modelProvider: PROVIDERS[config.provider],
      ...(OWN_TEMPERATURE.test(config.model) ? {} : { temperature: 0 }),
      maxRetries: 0,
      ...chatFields(config),
    })
  })
}

/** A package that is missing is said at the start, by its name. */
async function installed<T>(
  { provider, model }: Readonly<{ provider: string; model: string }>,
  load: () => Promise<T>,
) {
  try {
    return await load()
  } catch (cause) {
    const advice = 'Run npm ci without leaving out optional packages.'
    throw new Error(`The model ${model} (${provider}) could not be loaded. ${advice}`, { cause })
  }
}

const PROVIDERS = {
  openai: 'openai',
  'openai-compatible': 'openai',
  anthropic: 'anthropic',
  azure: 'azure_openai',
  ollama: 'ollama',
} as const

function chatFields(config: ChatConfig): Record<string, unknown> {
  const { baseUrl, apiKey, timeoutMs, maxTokens } = config
  switch (config.provider) {
    case 'openai':
    case 'openai-compatible':
      return { ...openAi(baseUrl, apiKey), timeout: timeoutMs, maxTokens }
    case 'azure':
      return { ...azure(config), timeout: timeoutMs, maxTokens }
    case 'anthropic':
      return {
        apiKey,
        anthropicApiUrl: baseUrl,
        maxTokens,
        clientOptions: { authToken: null, timeout: timeoutMs, logLevel: 'off', fetchOptions: NO_REDIRECT },
      }
    case 'ollama':
      return { baseUrl, ...withKey(apiKey), fetch: limitedFetch(timeoutMs), numPredict: maxTokens }
  }
}

/** A vector a text, in order. */
export type Embeddings = Readonly<{ embedDocuments: (texts: string[]) => Promise<number[][]> }>

/** Longer than any batch takes; the caller's own limit comes first. */
const EMBEDDING_TIMEOUT_MS = 60_000

/** `batchSize` is what the caller sends at once, so that one call is one request. */
export async function loadEmbeddings(config: EmbeddingConfig, batchSize: number): Promise<Embeddings> {
  ignoreLangChainSettings(process.env)
  return installed(config, () => createEmbeddings(config, batchSize))
}

async function createEmbeddings(config: EmbeddingConfig, batchSize: number): Promise<Embeddings> {
  const { model, baseUrl, apiKey } = config
  // Unless told, the OpenAI package asks for base64, which compatible hosts often don't know.
  const common = { model, batchSize, maxRetries: 0, timeout: EMBEDDING_TIMEOUT_MS, encodingFormat: 'float' as const }
  switch (config.provider) {
    case 'openai':
    case 'openai-compatible': {
      const { OpenAIEmbeddings } = await import('@langchain/openai')
      return new OpenAIEmbeddings({ ...common, ...openAi(baseUrl, apiKey) })
    }
    case 'azure': {
      const { AzureOpenAIEmbeddings } = await import('@langchain/openai')
      return new AzureOpenAIEmbeddings({ ...common, ...azure(config) })
    }
    case 'ollama': {
      const { OllamaEmbeddings } = await import('@langchain/ollama')
      const fetch = limitedFetch(EMBEDDING_TIMEOUT_MS)
      return new OllamaEmbeddings({ model, baseUrl, maxRetries: 0, truncate: true, fetch, ...withKey(apiKey) })
    }
  }
}

/** A redirect could carry a key and a question to a host nobody configured. */
const NO_REDIRECT = { redirect: 'error' } as const

const openAi = (baseURL: string, apiKey: string | undefined) => ({
  // A local host wants none, but the package insists on one.
  apiKey: apiKey ?? 'none',
  configuration: { baseURL, organization: null, project: null, logLevel: 'off' as const, fetchOptions: NO_REDIRECT },
})

const azure = ({
  model,
  baseUrl,
  apiKey,
}: Readonly<{ model: string; baseUrl: string; apiKey: string | undefined }>) => ({
  azureOpenAIApiKey: apiKey ?? '',
  azureOpenAIBasePath: `${baseUrl}/openai/deployments`,
  azureOpenAIApiDeploymentName: model,
  azureOpenAIApiVersion: AZURE_VERSION,
  configuration: { organization: null, project: null, logLevel: 'off' as const, fetchOptions: NO_REDIRECT },
})

const withKey = (apiKey: string | undefined) =>
  apiKey === undefined ? {} : { headers: { authorization: `Bearer ${apiKey}` } }

/** The Ollama package has no time limit of its own. */
const limitedFetch =
  (timeoutMs: number): typeof fetch =>
  (url, init) => {
    const limit = AbortSignal.timeout(timeoutMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit
    return fetch(url, { ...init, ...NO_REDIRECT, signal })
  }

/**
 * LangChain itself reads LANGSMITH_TRACING, LANGCHAIN_VERBOSE and their like, and then sends what people ask to a third party
 * or prints it. Nothing but Shirube's own settings may decide where a question goes.
 */
function ignoreLangChainSettings(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (/^(?:LANGSMITH|LANGCHAIN)_/u.test(name)) Reflect.deleteProperty(environment, name)
  }
}
