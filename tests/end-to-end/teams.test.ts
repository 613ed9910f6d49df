import { expect, it } from 'vitest'
import { usedFolder } from '../adapters/store/ready-store.ts'
import { startConnector } from '../adapters/teams/connector.ts'
import { activity } from '../adapters/teams/fixture.ts'
import { start } from './started.ts'

it('says at its start who may call while it has no credentials, and answers a tool on this machine', async () => {
  const connector = await startConnector()
  const bot = start({ env: { DATA_DIR: await usedFolder(), PORT: '0', TEAMS: 'on' } })
  try {
    const port = await bot.sees(/"port":(\d+)/u)
    await bot.sees(/Teams is on without TEAMS_APP_ID: only tools on this machine may call/u)
    const { serviceUrl } = connector
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(await activity('message-personal', { serviceUrl })),
    })
    expect(response.status).toBe(200)
    await expect.poll(() => connector.messages().length, { timeout: 20_000 }).toBe(1)
    expect(connector.messages()[0]?.activity['text']).toContain('[1]')
    bot.send('SIGTERM')
    expect(await bot.ended).toBe(0)
  } finally {
    bot.clear()
    await connector.stop()
  }
}, 120_000)
