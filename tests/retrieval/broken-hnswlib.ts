/** Loaded before a script, makes hnswlib-node fail to load, as when it was compiled for another Node. */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'hnswlib-node') return next(specifier, context)
    throw Object.assign(new Error('was compiled against a different Node.js version'), { code: 'ERR_DLOPEN_FAILED' })
  },
})
