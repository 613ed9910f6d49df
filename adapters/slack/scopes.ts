/** What the app asks a workspace for; adapters/slack/manifest.yaml says why it needs each. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'im:history',
  'im:write',
  'users:read',
] as const
