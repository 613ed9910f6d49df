import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { serve } from '../../../adapters/web/serve.ts'

const LOCAL = { host: '127.0.0.1', port: 0 }

describe('the server', () => {
  it('answers on the port it names until it is stopped', async () => {
    const serving = await serve(
      new Hono().get('/', (c) => c.text('here')),
      LOCAL,
    )
    const address = `http://127.0.0.1:${serving.port}/`
    expect(await (await fetch(address)).text()).toBe('here')
    await serving.stop()
    await serving.stop()
    await expect(fetch(address)).rejects.toThrow()
  })

  it('names the port and the setting when somebody else has it', async () => {
    const serving = await serve(new Hono(), LOCAL)
    await expect(serve(new Hono(), { host: '127.0.0.1', port: serving.port })).rejects.toThrow(
      `Port ${serving.port} is already in use; set PORT`,
    )
    await serving.stop()
  })

  it('lets an answer underway finish before it stops', async () => {
    const arrived = Promise.withResolvers<undefined>()
    const goOn = Promise.withResolvers<undefined>()
    const app = new Hono().get('/', async (c) => {
      arrived.resolve(undefined)
      await goOn.promise
      return c.text('finished')
    })
    const serving = await serve(app, LOCAL)
    const response = fetch(`http://127.0.0.1:${serving.port}/`)
    await arrived.promise
    const stopped = serving.stop()
    goOn.resolve(undefined)
    expect(await (await response).text()).toBe('finished')
    await stopped
  })
})
