import { LANGS } from '../../corpus/schema.ts'
import { LEVELS, type FormValues } from '../event.ts'
import type { Block, Button, Field, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { digestSettingsWordsIn } from '../words/digest-settings.ts'
import { firmWordsIn } from '../words/firms.ts'
import { onboardingWordsIn } from '../words/onboarding.ts'
import { peopleWordsIn } from '../words/people.ts'
import { settingsWordsIn } from '../words/settings.ts'
import { buttons, card, danger, heading, main, notice, plain } from './card.ts'
import type { Member } from './firm.ts'

export const showSettings = (visit: Visit): Reply => settingsCard(visit, [])

function settingsCard(visit: Visit, before: readonly Block[]): Reply {
  const { firm, member, lang } = visit
  const words = settingsWordsIn(lang)
  const names = firmWordsIn(lang)
  const facts = [
    { label: words.firm, value: firm.name === '' ? names.unnamed : firm.name },
    { label: words.roles, value: member.roles.map((role) => names.roles[role]).join(lang === 'ja' ? '・' : ', ') },
  ]
  return card(visit, 'settings', [
    ...before,
    heading(words.settings),
    { kind: 'facts', facts },
    ownForm(visit),
    buttons('', furtherFor(visit)),
  ])
}

function furtherFor({ firm, lang }: Visit): readonly Button[] {
  const people = peopleWordsIn(lang)
  const settings = settingsWordsIn(lang)
  const step = firm.settings.onboarding ?? 'people'
  return [
    plain(onboardingWordsIn(lang).again, { kind: 'onboard', step: step === 'done' ? 'people' : step }),
    plain(settings.firmSettings, { kind: 'firm_settings' }),
    plain(digestSettingsWordsIn(lang).title, { kind: 'digest_settings' }),
    plain(people.people, { kind: 'people' }),
    plain(people.supporters, { kind: 'supporters' }),
    plain(people.portfolio, { kind: 'portfolio' }),
    plain(firmWordsIn(lang).enterCode, { kind: 'enter_code' }),
    danger(people.leave, { kind: 'leave', sure: false }),
    danger(settings.eraseTitle, { kind: 'erase_firm' }),
  ]
}

function ownForm({ member, lang }: Visit): Block {
  const words = settingsWordsIn(lang)
  const follows = { value: '', label: words.languageFollows }
  const fields: readonly Field[] = [
    {
      id: 'lang',
      kind: 'choice',
      label: words.language,
      optional: true,
      options: [follows, ...LANGS.map((value) => ({ value, label: words.languages[value] }))],
      value: member.lang ?? '',
    },
    {
      id: 'reads',
      kind: 'choice',
      label: words.reads,
      hint: words.readsHint,
      optional: true,
      options: LEVELS.map((value) => ({ value, label: words.levels[value] })),
      value: member.reads ?? 'incharge',
    },
    ...messageFields(member, lang),
  ]
  const submit = main(words.save, { kind: 'save_own_settings' })
  return { kind: 'form', form: { title: words.ownTitle, intro: words.ownIntro, fields, submit } }
}

/** What Shirube may write to this person of its own accord. */
function messageFields({ roles, digest, reminders }: Member, lang: Reply['lang']): readonly Field[] {
  const words = digestSettingsWordsIn(lang)
  const yesOrNo = [
    { value: 'on', label: words.yes },
    { value: 'off', label: words.no },
  ]
  const asked = { kind: 'choice', optional: true, options: yesOrNo } as const
  const weekly: Field = { id: 'digest', ...asked, label: words.mine, value: digest ?? 'on' }
  return [
    ...(roles.includes('manager') ? [weekly] : []),
    { id: 'reminders', ...asked, label: words.reminders, hint: words.remindersHint, value: reminders ?? 'off' },
  ]
}

export async function saveOwnSettings(values: FormValues, visit: Visit): Promise<Reply> {
  const member = await visit.room.changeMember(visit.member.id, (before) => withOwn(before, values))
  const after = { ...visit, member: member ?? visit.member, lang: member?.lang ?? visit.lang }
  return settingsCard(after, [notice(settingsWordsIn(after.lang).saved)])
}

/** What the form did not ask stays. */
function withOwn({ id, name, roles, left, is, ...before }: Member, values: FormValues): Member {
  const lang = LANGS.find((one) => one === values['lang'])
  const reads = LEVELS.find((one) => one === values['reads'])
  const { digest = before.digest ?? 'on', reminders = before.reminders ?? 'off' } = values
  return {
    id,
    name,
    roles,
    left,
    ...(is !== undefined && { is }),
    ...(lang !== undefined && { lang }),
    ...(reads !== undefined && { reads }),
    ...(digest === 'off' && { digest }),
    ...(reminders === 'on' && { reminders }),
  }
}

export const showFirmSettings = (visit: Visit): Reply => card(visit, 'settings', [firmForm(visit)])

function firmForm({ firm, lang }: Visit): Block {
  const words = settingsWordsIn(lang)
  const keeps: Field = {
    id: 'keeps',
    kind: 'choice',
    label: words.keepsQuestions,
    hint: words.keepsHint,
    optional: false,
    options: [
      { value: 'yes', label: words.keepsYes },
      { value: 'no', label: words.keepsNo },
    ],
    value: firm.settings.keepsQuestions === false ? 'no' : 'yes',
  }
  const submit = main(words.save, { kind: 'save_firm_settings' })
  return { kind: 'form', form: { title: words.firmSettings, intro: words.firmIntro, fields: [keeps], submit } }
}

export async function saveFirmSettings(values: FormValues, visit: Visit): Promise<Reply> {
  const firm = await visit.room.changeFirm((before) => ({
    ...before,
    settings: { ...before.settings, keepsQuestions: values['keeps'] !== 'no' },
  }))
  return settingsCard({ ...visit, firm }, [notice(settingsWordsIn(visit.lang).saved)])
}
