import { z } from 'zod'
import type { Lang } from '../../corpus/schema.ts'
import type { FormValues } from '../event.ts'
import { onboardingWordsIn } from '../words/onboarding.ts'
import { SUGGESTED_DIGEST, type DigestTime, type Firm } from './firm.ts'
import { ASKED_CONTACTS, WORKPLACE } from './onboarding-fields.ts'
import { readContact, SIZES, type Condition, type CustomerRequest, type Profile, type Step } from './profile.ts'

/** What one form said, to be applied to the firm as it is by then; or what is wrong with it, by field. */
export type Answers =
  | Readonly<{ kind: 'answers'; apply: (firm: Firm) => Firm }>
  | Readonly<{ kind: 'problems'; problems: Readonly<Record<string, string>> }>

export function readAnswers(step: Exclude<Step, 'done'>, values: FormValues, lang: Lang): Answers {
  switch (step) {
    case 'people':
      return changing((firm) => withPeople(firm, values))
    case 'customers':
      return readRequest(values, lang)
    case 'workplace':
      return changing((firm) => withWorkplace(firm, values))
    case 'digest':
      return changing((firm) => withDigest(firm, values))
  }
}

const changing = (apply: (firm: Firm) => Firm): Answers => ({ kind: 'answers', apply })

/** In characters. Every form asks for less; what comes past a form may hold anything. */
const LONGEST = 1_000

const said = (values: FormValues, field: string): string => (values[field] ?? '').slice(0, LONGEST).trim()

/** An emptied field takes the contact away. */
function withPeople(firm: Firm, values: FormValues): Firm {
  const asked = ASKED_CONTACTS.flatMap((role) => {
    const written = said(values, role)
    return written === '' ? [] : [[role, readContact(written)] as const]
  })
  return {
    ...firm,
    name: said(values, 'name') || firm.name,
    profile: { ...firm.profile, contacts: Object.fromEntries(asked) },
  }
}

const isDate = (text: string): boolean => z.iso.date().safeParse(text).success

function readRequest(values: FormValues, lang: Lang): Answers {
  const words = onboardingWordsIn(lang)
  const [who, what, by] = [said(values, 'who'), said(values, 'what'), said(values, 'by')]
  const problems = {
    ...(who !== '' && what === '' && { what: words.whatMissing }),
    ...(who === '' && what !== '' && { who: words.whoMissing }),
    ...(by !== '' && !isDate(by) && { by: words.notADate }),
  }
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems }
  const request: CustomerRequest = { who, what, ...(by !== '' && { by }) }
  return changing((firm) => withRequest(firm, values, who === '' ? undefined : request))
}

function withRequest(firm: Firm, values: FormValues, request: CustomerRequest | undefined): Firm {
  const answered = new Set(said(values, 'answered').split('\n'))
  const open = (firm.profile.requests ?? []).filter((_, n) => !answered.has(String(n)))
  const requests = request === undefined ? open : [...open, request]
  const asks = requests.length > 0 ? 'yes' : said(values, 'asks')
  return { ...firm, profile: { ...firm.profile, ...answerOf('customer_asks', asks), requests } }
}

const answerOf = (condition: Condition, asked: string): Profile =>
  asked === 'yes' || asked === 'no' ? { [condition]: asked === 'yes' } : {}

function withWorkplace(firm: Firm, values: FormValues): Firm {
  const so = new Set(said(values, 'applies').split('\n'))
  const applies = Object.fromEntries(WORKPLACE.map((condition) => [condition, so.has(condition)]))
  const size = SIZES.find((one) => one === said(values, 'size'))
  return { ...firm, profile: { ...firm.profile, ...applies, ...(size !== undefined && { size }) } }
}

const withDigest = (firm: Firm, values: FormValues): Firm => ({
  ...firm,
  settings: { ...firm.settings, digest: { ...firm.settings.digest, ...digestFrom(values) } },
})

/** What can't be read is what Shirube suggests. */
export function digestFrom(values: FormValues): Pick<DigestTime, 'on' | 'day' | 'time'> {
  const day = Number(said(values, 'day'))
  const time = said(values, 'time')
  return {
    on: said(values, 'digest') !== 'no',
    day: Number.isInteger(day) && day >= 1 && day <= 5 ? day : SUGGESTED_DIGEST.day,
    time: /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) ? time : SUGGESTED_DIGEST.time,
  }
}
