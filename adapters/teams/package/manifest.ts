import type { Lang } from '../../../corpus/schema.ts'
import { packageWordsIn } from './words.ts'

/** `publicUrl` is where people reach the server; `version` is the app's, `1.2.3`. */
export type PackageNeeds = Readonly<{ appId: string; publicUrl: string; version: string; lang: Lang }>

/** The manifest's own schema (npm `@microsoft/app-manifest` 1.1.2 carries it). */
const MANIFEST = '1.30'
const schemaOf = (name: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST}/${name}.schema.json`

const SCOPES = ['personal', 'team', 'groupChat'] as const

/** What Teams installs: the bot, in whose words `lang` comes first. */
export function manifestFor({ appId, publicUrl, version, lang }: PackageNeeds): object {
  const words = packageWordsIn(lang)
  const other = otherThan(lang)
  return {
    $schema: schemaOf('MicrosoftTeams'),
    manifestVersion: MANIFEST,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: lang,
      additionalLanguages: [{ languageTag: other, file: `${other}.json` }],
    },
    developer: { name: 'Shirube', websiteUrl: publicUrl, privacyUrl: publicUrl, termsOfUseUrl: publicUrl },
    name: { short: words.name, full: words.full },
    description: { short: words.short, full: words.long },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#FFF7EE',
    bots: [
      {
        botId: appId,
        scopes: SCOPES,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: SCOPES.map((scope) => ({ scopes: [scope], commands: words.commands })),
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).hostname],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  }
}

/** The same words in the other language, by where they stand in the manifest. */
export function localizationFor(lang: Lang): object {
  const words = packageWordsIn(lang)
  const commands = SCOPES.flatMap((_, list) =>
    words.commands.flatMap(({ title, description }, n): [string, string][] => {
      const command = `bots[0].commandLists[${list}].commands[${n}]`
      return [
        [`${command}.title`, title],
        [`${command}.description`, description],
      ]
    }),
  )
  return {
    $schema: schemaOf('MicrosoftTeams.Localization'),
    'name.short': words.name,
    'name.full': words.full,
    'description.short': words.short,
    'description.full': words.long,
    ...Object.fromEntries(commands),
  }
}

export const otherThan = (lang: Lang): Lang => (lang === 'ja' ? 'en' : 'ja')
