import type { Lang } from '../../corpus/schema.ts'
import type { Knowledge } from '../ports.ts'
import type { Block, Reply } from '../reply.ts'
import { incidentWordsIn } from '../words/incident.ts'
import type { Incident } from './happening.ts'

/** Whom a firm turns to first; the corpus has them, with how sure their numbers are. */
const FIRST_CALLS: Readonly<Record<Incident, readonly string[]>> = {
  intrusion: ['ipa-org', 'police'],
  money: ['police', 'ipa-org'],
  misdirected: ['ppc', 'ipa-org'],
  lost: ['ppc', 'ipa-org'],
}

/** The same answer, with what to do this minute in front of it. */
export function withFirstAid(incident: Incident, reply: Reply, { contacts }: Knowledge): Reply {
  const { lang } = reply
  const words = incidentWordsIn(lang)
  const calls = FIRST_CALLS[incident].flatMap((id) => contacts.find((contact) => contact.id === id) ?? [])
  const firstAid: readonly Block[] = [
    { kind: 'list', heading: words.rightNow, items: words.firstAid[incident], ordered: true, own: true },
    {
      kind: 'list',
      heading: words.whoHelps,
      items: calls.map((contact) => called(contact, lang)),
      links: calls.map(({ link }) => link),
      ordered: false,
      own: true,
    },
  ]
  return { ...reply, blocks: [...firstAid, ...reply.blocks] }
}

function called({ name, phone, helps_with, link }: Knowledge['contacts'][number], lang: Lang): string {
  const number = phone === undefined ? '' : lang === 'ja' ? `（${phone}）` : ` (${phone})`
  return `${name[lang]}${number}${lang === 'ja' ? '：' : ': '}${helps_with[lang]} ${link}`
}
