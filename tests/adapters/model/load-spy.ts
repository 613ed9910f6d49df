import { registerHooks } from 'node:module'

/** Loaded before a process: writes to its standard error which packages of models it loads. */
registerHooks({
  load(url, context, next) {
    const name = /node_modules\/((?:@langchain\/)?(?:langchain|core|openai|anthropic|ollama)|openai|@anthropic-ai\/sdk|ollama|langsmith)\//u.exec(url)?.[1] // prettier-ignore
    if (name !== undefined) process.stderr.write(`loads ${name}\n`)
    return next(url, context)
  },
})
