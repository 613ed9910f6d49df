import type { Contact } from '../../../corpus/schema.ts'
import { onboardingWordsIn } from '../../words/onboarding.ts'
import { paperWordsIn } from '../../words/paper/words.ts'
import { CONTACT_ROLES } from '../profile.ts'
import type { FirmFile } from './open-file.ts'
import type { Reachable, Section } from './paper.ts'

/** Outside desks in the order in which a firm that doesn't know what it has should try them. */
const OUTSIDE: readonly string[] = ['ipa-org', 'police', 'ppc', 'jpcert']

/** What has no number yet is a line to write on: the sheet is printed and filled in by hand. */
export function callSheet(file: FirmFile): readonly Section[] {
  const words = paperWordsIn(file.lang)
  return [
    { kind: 'steps', heading: words.first, items: words.firstSteps, tone: 'do' },
    { kind: 'people', heading: words.inside, intro: words.insideIntro, people: ownContacts(file) },
    { kind: 'steps', heading: words.never, items: words.nevers, tone: 'dont' },
    { kind: 'people', heading: words.outside, intro: words.outsideIntro, people: outsideDesks(file) },
    { kind: 'people', heading: words.customers, intro: words.customersIntro, people: customers(file) },
  ]
}

/** Whoever is in charge answers first; the president decides; then those the firm pays. */
function ownContacts({ firm, lang }: FirmFile): readonly Reachable[] {
  const { contacts } = onboardingWordsIn(lang)
  const order = [
    'in_charge',
    'president',
    ...CONTACT_ROLES.filter((role) => role !== 'in_charge' && role !== 'president'),
  ] as const
  return order.map((role) => {
    const known = firm.profile.contacts?.[role]
    return { role: contacts[role], name: known?.name ?? '', reach: known?.reach ?? '' }
  })
}

const outsideDesks = ({ contacts, lang }: FirmFile): readonly Reachable[] =>
  OUTSIDE.flatMap((id) => contacts.find((contact) => contact.id === id) ?? []).map((contact) => desk(contact, lang))

function desk(contact: Contact, lang: FirmFile['lang']): Reachable {
  const words = paperWordsIn(lang)
  const checked = contact.checked_on === undefined ? words.check : words.checked(contact.checked_on)
  return {
    role: contact.name[lang],
    name: firstSentence(contact.helps_with[lang]),
    reach: contact.phone ?? contact.reach?.[lang] ?? '',
    note: [contact.hours?.[lang] ?? '', checked].filter((part) => part !== '').join(' · '),
    link: contact.link,
  }
}

/** One line; who has time reads the rest on the desk's own page. */
const firstSentence = (text: string): string => /^.*?(?:。|\.(?= |$))/u.exec(text)?.[0] ?? text

/** Those who ask for something, and room for one more. */
function customers({ firm }: FirmFile): readonly Reachable[] {
  const known = [...new Set((firm.profile.requests ?? []).map(({ who }) => who))]
  return [...known, ''].map((name) => ({ role: name, name: '', reach: '' }))
}
