import type { Lang } from '../../corpus/schema.ts'
import type { Letters } from '../digest/ledger.ts'
import type { ChatEvent, Speaker } from '../event.ts'
import { card, notice } from '../firms/card.ts'
import { mayDo } from '../firms/permissions.ts'
import type { Clock, Firms } from '../ports.ts'
import type { Reply } from '../reply.ts'
import { operatingWordsIn } from '../words/operating.ts'
import type { OperatorAction } from './actions.ts'
import { sendFirmDigest, showFirmDigest } from './firm-digest.ts'
import type { Shift } from './shift.ts'
import { resendLetter, showWaiting } from './waiting.ts'

export type OperatingNeeds = Readonly<{
  /** By `Speaker.person`. */
  isOperator: (person: string) => Promise<boolean>
  firms: Firms
  letters: Letters
  clock: Clock
}>

type Asked = Readonly<{ event: ChatEvent; action: OperatorAction; lang: Lang }>

/** What belongs to the deployment, for its operators alone and where nobody else reads along. */
export async function operate({ event: { speaker }, action, lang: asked }: Asked, needs: OperatingNeeds) {
  const lang = ('lang' in action ? action.lang : undefined) ?? asked
  const held = await heldBy(speaker, needs)
  if (!mayDo(held, action.kind)) return refuse(speaker, lang)
  if (speaker?.place !== 'private') return told(operatingWordsIn(lang).inPrivate, lang)
  const { firms, letters, clock } = needs
  return act(action, { firms, letters, lang, now: clock() })
}

/** Whoever comes from another workspace than the app's is not known well enough. */
const heldBy = async (
  speaker: Speaker | undefined,
  { isOperator }: OperatingNeeds,
): Promise<readonly ['operator'] | []> =>
  speaker !== undefined && speaker.standing !== 'guest' && (await isOperator(speaker.person)) ? ['operator'] : []

/** Who can, and how somebody becomes one: their own id is no secret to them. */
function refuse(speaker: Speaker | undefined, lang: Lang): Reply {
  const words = operatingWordsIn(lang)
  const isKnown = speaker !== undefined && speaker.standing !== 'guest'
  return told(isKnown ? `${words.operatorsOnly} ${words.becomeOne(speaker.person)}` : words.operatorsOnly, lang)
}

function act(action: OperatorAction, shift: Shift): Promise<Reply> {
  switch (action.kind) {
    case 'letters_waiting':
      return showWaiting(shift)
    case 'resend_letter':
      return resendLetter(action.letter, shift)
    case 'firm_digest':
      return showFirmDigest(action.firm, shift)
    case 'send_firm_digest':
      return sendFirmDigest(action.firm, shift)
  }
}

const told = (text: string, lang: Lang): Reply => card({ lang }, 'operating', [notice(text)])
