import type { FormValues } from '../event.ts'
import type { Form, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { codeWordsIn } from '../words/codes.ts'
import { buttons, card, heading, main, notice, text } from './card.ts'
import type { CodePurpose } from './codes.ts'

/** How long a code made in chat works, in minutes: time enough to walk over to the other screen. */
export const CODE_MINUTES = 10

/** Shows a new code once. Whoever needs it after that gets another one. */
export async function makeCode(purpose: CodePurpose, visit: Visit): Promise<Reply> {
  const { codes, firm, member, now, lang } = visit
  const code = await codes.issue({ purpose, firm: firm.id, member: member.id, at: now, minutes: CODE_MINUTES })
  const words = codeWordsIn(lang)
  return card(visit, `code:${purpose}`, [
    text(words.made[purpose]),
    heading(code),
    notice(words.lasts(CODE_MINUTES)),
    text(words.howTo),
  ])
}

export const askForCode = (visit: Visit): Reply =>
  card(visit, 'enter_code', [{ kind: 'form', form: codeForm(visit, '') }])

export async function redeemCode(values: FormValues, visit: Visit): Promise<Reply> {
  const { codes, speaker, now, lang } = visit
  const words = codeWordsIn(lang)
  const typed = (values['code'] ?? '').trim()
  const outcome = await codes.redeem({ code: typed, speaker, at: now })
  if (outcome.kind === 'refused') {
    const form = codeForm(visit, typed, words.refused[outcome.because])
    return card(visit, 'enter_code', [{ kind: 'form', form }])
  }
  const next =
    outcome.purpose === 'supporter'
      ? main(words.toPortfolio, { kind: 'portfolio' })
      : main(words.toHome, { kind: 'view', view: 'home' })
  return card(visit, 'enter_code', [
    notice(words.granted[outcome.purpose](outcome.visitor.firm.name)),
    buttons('', [next]),
  ])
}

function codeForm({ lang }: Visit, value: string, problem?: string): Form {
  const words = codeWordsIn(lang)
  return {
    title: words.enterTitle,
    intro: words.enterIntro,
    fields: [
      {
        id: 'code',
        kind: 'text',
        label: words.code,
        hint: 'ABCD-EFGH',
        longest: 40,
        optional: false,
        value,
        ...(problem !== undefined && { problem }),
      },
    ],
    submit: main(words.send, { kind: 'redeem_code' }),
  }
}
