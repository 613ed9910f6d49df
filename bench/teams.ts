import { startConnector } from '../tests/adapters/teams/connector.ts'
import { APP_ID, BOT_TENANT, PASSWORD, startEntra } from '../tests/adapters/teams/entra.ts'
import { activity } from '../tests/adapters/teams/fixture.ts'
import { acknowledging, PAUSE } from './acknowledging.ts'

/** Tokens are verified, and asked for, as in earnest. */
export async function teams(): Promise<readonly string[]> {
  const [connector, entra, mention] = await Promise.all([
    startConnector({ pause: PAUSE }),
    startEntra(),
    activity('message-channel'),
  ])
  const { serviceUrl } = connector
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${entra.token(serviceUrl)}` }
  return acknowledging({
    name: 'Teams',
    settings: {
      TEAMS_APP_ID: APP_ID,
      TEAMS_TENANT_ID: BOT_TENANT,
      TEAMS_APP_PASSWORD: PASSWORD,
      TEAMS_OPENID_METADATA: entra.openIdMetadata,
      TEAMS_LOGIN_URL: entra.loginUrl,
    },
    mention(origin, n, text) {
      const from = { id: `29:U${n % 200}`, name: `U${n % 200}`, aadObjectId: `aad-${n % 200}` }
      const id = `19:C${n % 40}@thread.tacv2;messageid=${n}`
      const conversation = { id, conversationType: 'channel', tenantId: BOT_TENANT }
      const said = { ...mention, id: `${n}`, serviceUrl, from, conversation, text: `<at>Shirube</at> ${text}` }
      return fetch(`${origin}/api/messages`, { method: 'POST', headers, body: JSON.stringify(said) })
    },
    answered: () => connector.messages().map(({ conversation }) => conversation),
    async stop() {
      await Promise.all([connector.stop(), entra.stop()])
    },
  })
}
