import type { FormValues } from '../event.ts'
import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { onboardingWordsIn } from '../words/onboarding.ts'
import { firmWordsIn } from '../words/firms.ts'
import { settingsWordsIn } from '../words/settings.ts'
import { buttons, card, danger, main, notice } from './card.ts'
import type { Firm } from './firm.ts'

export const showErase = (visit: Visit): Reply => card(visit, 'settings', [eraseForm(visit)])

/** Typed out, so that no slip of the finger deletes a firm. */
function eraseForm({ firm, lang }: Visit, tried?: string): Block {
  const words = settingsWordsIn(lang)
  const field = {
    id: 'name',
    kind: 'text' as const,
    label: words.eraseField(wordFor(firm, lang)),
    longest: 100,
    optional: false,
    ...(tried !== undefined && { value: tried, problem: words.eraseProblem }),
  }
  const submit = danger(words.erase, { kind: 'confirm_erase' })
  return { kind: 'form', form: { title: words.eraseTitle, intro: words.eraseIntro, fields: [field], submit } }
}

const wordFor = ({ name }: Firm, lang: Visit['lang']): string => (name === '' ? settingsWordsIn(lang).eraseWord : name)

/** Deletes the firm and hands over a receipt, which nobody keeps but the reader. */
export async function confirmErase(values: FormValues, visit: Visit): Promise<Reply> {
  const { firm, firms, lang, now } = visit
  const typed = (values['name'] ?? '').trim()
  if (typed.normalize('NFKC') !== wordFor(firm, lang).normalize('NFKC'))
    return card(visit, 'settings', [eraseForm(visit, typed)])
  const erased = await firms.erase(firm.id)
  const words = settingsWordsIn(lang)
  const counts = (['members', 'entries', 'codes', 'turns'] as const).map((what) => ({
    label: words.receipt[what],
    value: String(erased[what]),
  }))
  return card(visit, 'settings', [
    notice(words.erased(firm.name === '' ? firmWordsIn(lang).unnamed : firm.name, now.toISOString())),
    { kind: 'facts', facts: counts },
    notice(words.backups),
  ])
}

/** Deletes what was made up; whoever pressed it goes on in a firm of their own. A real firm is left alone. */
export async function clearSample(visit: Visit): Promise<Reply> {
  const { firms, firm, speaker, lang } = visit
  if (firm.settings.sample === 'shown') await beginAnew(visit)
  const after = await firms.welcome(speaker)
  const words = onboardingWordsIn(lang)
  const begin = main(words.begin, { kind: 'onboard', step: after?.firm.settings.onboarding ?? 'people' })
  return card(visit, 'home', [notice(settingsWordsIn(lang).sampleCleared), buttons(words.invitation, [begin])])
}

async function beginAnew({ firms, firm, speaker }: Visit): Promise<void> {
  await firms.erase(firm.id)
  const visitor = await firms.welcome(speaker)
  if (visitor === undefined) return
  await firms
    .room(visitor.firm.id)
    .changeFirm(({ settings, ...rest }) => ({ ...rest, settings: { ...settings, sample: 'cleared' } }))
}

/** Says on the way in that nothing here is real. */
export const sampleNotice = ({ firm, lang }: Pick<Visit, 'firm' | 'lang'>): readonly Block[] =>
  firm.settings.sample === 'shown' ? [notice(settingsWordsIn(lang).sample)] : []
