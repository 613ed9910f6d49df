import type { ChecklistItem } from '../../corpus/schema.ts'

/** What decides which items have a place in the firm: the corpus's own conditions, `always` aside. */
export type Condition = Exclude<ChecklistItem['applies_when'], 'always'>
export const CONDITIONS: readonly Condition[] = [
  'customer_asks',
  'internet_line',
  'wifi_or_factory',
  'factory_machines',
  'cloud_or_portal',
  'outsourcing',
]

/** What is so at the firm. A condition nobody has spoken about is absent, and its items stay. */
export type Applies = Readonly<Partial<Record<Condition, boolean>>>

/** Whom to call inside and for the firm. `vendor`: who looks after the PCs, often outside the firm. */
export const CONTACT_ROLES = ['president', 'in_charge', 'vendor', 'insurer', 'bank'] as const
export type ContactRole = (typeof CONTACT_ROLES)[number]

/** `reach`: a phone number or another way, as the firm wrote it. */
export type OwnContact = Readonly<{ name: string; reach?: string }>

/** `山田太郎 090-1234-5678` as a name and how to reach them; without a number at the end, all of it is the name. */
export function readContact(written: string): OwnContact {
  const [, name = '', reach = ''] = /^(.*?)[\s、,]*([+0-9０-９][-+0-9０-９()（）ー\s]{5,})$/u.exec(written.trim()) ?? []
  return name === '' ? { name: written.trim() } : { name, reach: reach.trim() }
}

export const writtenContact = ({ name, reach }: OwnContact): string => (reach === undefined ? name : `${name} ${reach}`)

/** A customer who asked for something; `by` is a date (`2027-03-31`). */
export type CustomerRequest = Readonly<{ who: string; what: string; by?: string }>

/** Numbers of people working in the firm. */
export const SIZES = ['1-5', '6-20', '21-50', '51-100', '101-'] as const
export type Size = (typeof SIZES)[number]

/** What the firm has said about itself. Everything can be left out. */
export type Profile = Applies &
  Readonly<{
    contacts?: Readonly<Partial<Record<ContactRole, OwnContact>>>
    requests?: readonly CustomerRequest[]
    size?: Size
  }>

/** The forms of the onboarding, in order; `done` is after the last. */
export const STEPS = ['people', 'customers', 'workplace', 'digest', 'done'] as const
export type Step = (typeof STEPS)[number]
