import type { Field } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { onboardingWordsIn, type OnboardingWords } from '../words/onboarding.ts'
import { SUGGESTED_DIGEST, type Firm } from './firm.ts'
import { CONDITIONS, SIZES, writtenContact, type ContactRole, type Step } from './profile.ts'

const LONGEST_NAME = 80
const LONGEST_CONTACT = 120
const LONGEST_WHAT = 300

/** `customer_asks` has a form of its own. */
export const WORKPLACE = CONDITIONS.filter((condition) => condition !== 'customer_asks')
export const ASKED_CONTACTS = ['president', 'in_charge', 'vendor', 'insurer', 'bank'] as const
/** Digests go on working days: a Saturday's would come on Monday. */
const WORKING_DAYS = 5
export const DIGEST_TIMES = ['08:00', '09:00', '10:00', '11:00', '13:00', '15:00', '17:00'] as const

export function fieldsFor(step: Exclude<Step, 'done'>, { firm, lang }: Visit): readonly Field[] {
  const words = onboardingWordsIn(lang)
  switch (step) {
    case 'people':
      return [nameField(firm, words), ...ASKED_CONTACTS.map((role) => contactField(role, firm, words))]
    case 'customers':
      return customerFields(firm, words)
    case 'workplace':
      return workplaceFields(firm, words)
    case 'digest':
      return digestFields(firm, words)
  }
}

const nameField = ({ name }: Firm, words: OnboardingWords): Field => ({
  id: 'name',
  kind: 'text',
  label: words.firmName,
  longest: LONGEST_NAME,
  optional: true,
  value: name,
})

function contactField(role: ContactRole, { profile }: Firm, words: OnboardingWords): Field {
  const known = profile.contacts?.[role]
  return {
    id: role,
    kind: 'text',
    label: words.contacts[role],
    longest: LONGEST_CONTACT,
    optional: true,
    ...hintFor(role, words),
    value: known === undefined ? '' : writtenContact(known),
  }
}

/** Said once, not five times. */
function hintFor(role: ContactRole, words: OnboardingWords): Readonly<{ hint?: string }> {
  if (role === 'president') return { hint: words.contactHint }
  return role === 'vendor' ? { hint: words.vendorHint } : {}
}

function customerFields({ profile }: Firm, words: OnboardingWords): readonly Field[] {
  const asks = profile.customer_asks
  const requests = profile.requests ?? []
  const open: Field = {
    id: 'answered',
    kind: 'choices',
    label: words.answeredRequests,
    optional: true,
    options: requests.map((request, n) => ({ value: String(n), label: words.request(request) })),
  }
  return [
    {
      id: 'asks',
      kind: 'choice',
      label: words.asks,
      optional: true,
      options: [
        { value: 'yes', label: words.asksYes },
        { value: 'no', label: words.asksNo },
        { value: 'unsure', label: words.asksUnsure },
      ],
      ...(asks !== undefined && { value: asks ? 'yes' : 'no' }),
    },
    { id: 'who', kind: 'text', label: words.who, longest: LONGEST_NAME, optional: true },
    { id: 'what', kind: 'text', label: words.what, hint: words.whatHint, longest: LONGEST_WHAT, optional: true },
    { id: 'by', kind: 'date', label: words.by, optional: true },
    ...(requests.length === 0 ? [] : [open]),
  ]
}

/** What nobody has denied is ticked: passing over the form takes no item away. */
const workplaceFields = ({ profile }: Firm, words: OnboardingWords): readonly Field[] => [
  {
    id: 'size',
    kind: 'choice',
    label: words.size,
    optional: true,
    options: SIZES.map((value) => ({ value, label: words.sizes[value] })),
    ...(profile.size !== undefined && { value: profile.size }),
  },
  {
    id: 'applies',
    kind: 'choices',
    label: words.applies,
    hint: words.appliesHint,
    optional: true,
    options: WORKPLACE.map((value) => ({ value, label: words.conditions[value] })),
    value: WORKPLACE.filter((condition) => profile[condition] !== false).join('\n'),
  },
]

export function digestFields({ settings }: Firm, words: OnboardingWords): readonly Field[] {
  const digest = settings.digest ?? SUGGESTED_DIGEST
  const times = [...new Set([...DIGEST_TIMES, digest.time])].toSorted()
  return [
    {
      id: 'digest',
      kind: 'choice',
      label: words.digestOn,
      optional: false,
      options: [
        { value: 'yes', label: words.digestYes },
        { value: 'no', label: words.digestNo },
      ],
      value: digest.on ? 'yes' : 'no',
    },
    {
      id: 'day',
      kind: 'choice',
      label: words.day,
      optional: false,
      options: words.days.slice(0, WORKING_DAYS).map((label, n) => ({ value: String(n + 1), label })),
      value: String(digest.day),
    },
    {
      id: 'time',
      kind: 'choice',
      label: words.time,
      optional: false,
      options: times.map((value) => ({ value, label: value })),
      value: digest.time,
    },
  ]
}
