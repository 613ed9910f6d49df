import type { Lang } from '../corpus/schema.ts'
import type { AsideAction } from './aside-actions.ts'
import type { ChatEvent, FormValues } from './event.ts'
import { citationsOf, type Form, type Reply } from './reply.ts'
import { feedbackWordsIn } from './words/feedback.ts'

const LONGEST_REASON = 500

export type FeedbackAction = Extract<AsideAction, { kind: 'feedback' | 'feedback_reason' }>

/** `by`: who says so, to count them once; it is not to be found out again from what is kept. */
export type Opinion = Readonly<{ by: string; reply: string; about: string; helped: boolean; reason?: string }>
export type FeedbackCount = Readonly<{ about: string; helped: number; didNotHelp: number; reasons: readonly string[] }>

/** Whether answers helped. `keep` replaces what the same person said of the same answer. `counts` point to nobody. */
export interface Feedback {
  keep(opinion: Opinion): Promise<void>
  counts(): Promise<readonly FeedbackCount[]>
}

/** What a platform's buttons under an answer say; undefined where there is nothing to have an opinion on. */
export function feedbackOn(reply: Reply, name: string): ((helped: boolean) => FeedbackAction) | undefined {
  const { outcome, lang } = reply
  if (outcome !== 'answered' && outcome !== 'not_covered') return undefined
  const [first] = citationsOf(reply)
  const rests = (first?.id ?? outcome).slice(0, 60)
  return (helped) => ({ kind: 'feedback', about: rests, reply: name, lang, helped })
}

type Given = Readonly<{ event: ChatEvent; action: FeedbackAction; values: FormValues }>

/** Whoever was not helped is asked why; what they pressed counts whether they say or not. */
export async function takeFeedback({ event, action, values }: Given, feedback: Feedback | undefined): Promise<Reply> {
  const { about, reply, lang } = action
  const by = event.speaker?.person ?? event.thread
  const words = feedbackWordsIn(lang)
  if (action.kind === 'feedback') {
    await feedback?.keep({ by, reply, about, helped: action.helped })
    if (!action.helped) return toSpeaker(lang, { kind: 'form', form: reasonForm(action) })
  } else {
    const reason = (values['reason'] ?? '').trim().slice(0, LONGEST_REASON)
    await feedback?.keep({ by, reply, about, helped: false, ...(reason !== '' && { reason }) })
  }
  return toSpeaker(lang, { kind: 'notice', text: words.thanks })
}

const toSpeaker = (lang: Lang, block: Reply['blocks'][number]): Reply => ({
  outcome: 'command',
  lang,
  blocks: [block],
  confidence: 1,
  audience: 'speaker',
})

function reasonForm({ about, reply, lang }: FeedbackAction): Form {
  const words = feedbackWordsIn(lang)
  return {
    title: words.whyTitle,
    intro: words.whyIntro,
    fields: [
      {
        id: 'reason',
        kind: 'long_text',
        label: words.why,
        hint: words.whyHint,
        optional: true,
        longest: LONGEST_REASON,
      },
    ],
    submit: { label: words.send, action: { kind: 'feedback_reason', about, reply, lang }, tone: 'main' },
  }
}
