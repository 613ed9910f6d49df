import { reopenedBy } from '../checklist/reopen.ts'
import { stateOf } from '../checklist/state.ts'
import type { FormValues } from '../event.ts'
import type { Block, Field, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { onboardingWordsIn } from '../words/onboarding.ts'
import { buttons, card, heading, main, plain, text } from './card.ts'
import type { Firm } from './firm.ts'
import { readAnswers, type Answers } from './onboarding-answers.ts'
import { fieldsFor } from './onboarding-fields.ts'
import { STEPS, type Step } from './profile.ts'

/** One short form, which can be skipped; where somebody stopped is where the next one goes on. */
export async function showOnboarding(step: Step, visit: Visit): Promise<Reply> {
  const firm = await visit.room.changeFirm((before) => at(step, before))
  return step === 'done' ? farewell(visit) : asking(step, { ...visit, firm })
}

const at = (step: Step, firm: Firm): Firm => ({ ...firm, settings: { ...firm.settings, onboarding: step } })

/** What can't be read is asked for again, with all that was filled in. */
export async function saveProfile(step: Step, values: FormValues, visit: Visit): Promise<Reply> {
  if (step === 'done') return farewell(visit)
  const answers = readAnswers(step, values, visit.lang)
  if (answers.kind === 'problems') return asking(step, visit, { values, answers })
  const firm = await visit.room.changeFirm((before) => answers.apply(before))
  await reopen(visit.firm, firm, visit)
  return showOnboarding(after(step), visit)
}

/** Items that were answered and have their place again are asked again, and say why. */
async function reopen(before: Firm, now: Firm, { room, checklist, member, now: at, event }: Visit): Promise<void> {
  const state = stateOf({ checklist, profile: before.profile }, await room.log())
  const done = reopenedBy(before.profile, now.profile, state)
  if (done.length > 0) await room.append({ event, by: member.id, at, done })
}

const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'done'

type Tried = Readonly<{ values: FormValues; answers: Extract<Answers, { kind: 'problems' }> }>

function asking(step: Exclude<Step, 'done'>, visit: Visit, tried?: Tried): Reply {
  const words = onboardingWordsIn(visit.lang)
  const { title, intro } = words.steps[step]
  const form: Block = {
    kind: 'form',
    form: {
      title: `${title}${words.step(STEPS.indexOf(step) + 1, STEPS.length - 1)}`,
      intro,
      fields: fieldsFor(step, visit).map((field) => (tried === undefined ? field : asTried(field, tried))),
      submit: main(words.next, { kind: 'save_profile', step }),
    },
  }
  return card(visit, 'onboarding', [form, buttons('', [plain(words.skip, { kind: 'onboard', step: after(step) })])])
}

function asTried(field: Field, { values, answers: { problems } }: Tried): Field {
  const problem = problems[field.id]
  return { ...field, value: values[field.id] ?? '', ...(problem !== undefined && { problem }) }
}

function farewell(visit: Visit): Reply {
  const words = onboardingWordsIn(visit.lang)
  return card(visit, 'onboarding', [
    heading(words.doneTitle),
    text(words.done),
    buttons('', [
      main(words.toNext, { kind: 'view', view: 'next' }),
      plain(words.again, { kind: 'onboard', step: 'people' }),
    ]),
  ])
}

/** Asks for what the firm has not said yet; nothing once it has been through, or for who may not answer. */
export function invitation({ firm: { settings }, lang }: Visit): readonly Block[] {
  const words = onboardingWordsIn(lang)
  const { onboarding: step } = settings
  if (step === 'done') return []
  if (step === undefined) return [buttons(words.invitation, [main(words.begin, { kind: 'onboard', step: 'people' })])]
  return [buttons('', [main(words.goOn, { kind: 'onboard', step })])]
}
