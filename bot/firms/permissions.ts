import type { Action, HomeAction } from '../action.ts'
import { isAside } from '../aside-actions.ts'
import type { OperatorAction } from '../operating/actions.ts'
import type { CodePurpose } from './codes.ts'
import { ROLES, type Role } from './firm.ts'

/** What is done by whoever runs the deployment, in chat or from the command line. */
type OperatorDeed = OperatorAction['kind'] | 'list_firms' | 'make_first_code' | 'write_export' | 'delete_any_firm'

/** Codes are one deed each: every one opens the firm to somebody else. `change_manager` makes, unmakes or removes a manager. */
export type Deed =
  Exclude<HomeAction['kind'], 'make_code'> | `make_code:${CodePurpose}` | 'change_manager' | OperatorDeed
export type Holder = Role | 'operator'
export const HOLDERS: readonly Holder[] = [...ROLES, 'operator']

const INSIDE: readonly Holder[] = ['staff', 'manager', 'admin']
const ANYBODY: readonly Holder[] = [...INSIDE, 'supporter']
const LEADING: readonly Holder[] = ['manager', 'admin']
const MANAGER: readonly Holder[] = ['manager']
const OPERATOR: readonly Holder[] = ['operator']

/**
 * Who may do what: the one table. Nobody may do what doesn't stand here, and an action without a line does not compile. The
 * operator runs the deployment and sees into no firm.
 */
const ALLOWED: Readonly<Record<Deed, readonly Holder[]>> = {
  // The checklist
  view: ANYBODY,
  item: ANYBODY,
  stage: ANYBODY,
  more: ANYBODY,
  vendor_message: ANYBODY,
  history: ANYBODY,
  projection: ANYBODY,
  answer_form: INSIDE,
  answer: INSIDE,
  details: INSIDE,
  save_details: INSIDE,
  remove_evidence: INSIDE,
  undo: INSIDE,
  confirm_answer: MANAGER,
  send_back_form: MANAGER,
  send_back: MANAGER,
  // The digest
  digest: MANAGER,
  send_digest_form: MANAGER,
  send_digest: MANAGER,
  last_digest: MANAGER,
  digest_settings: LEADING,
  save_digest_settings: LEADING,
  decide_form: MANAGER,
  decide: MANAGER,
  put_off: MANAGER,
  // Oneself
  settings: ANYBODY,
  save_own_settings: ANYBODY,
  leave: ANYBODY,
  enter_code: ANYBODY,
  redeem_code: ANYBODY,
  portfolio: ANYBODY,
  // The firm and its people
  onboard: LEADING,
  save_profile: LEADING,
  firm_settings: LEADING,
  save_firm_settings: LEADING,
  people: ANYBODY,
  member: LEADING,
  save_member: LEADING,
  remove_member: LEADING,
  bring_back: LEADING,
  forget_member: LEADING,
  change_manager: MANAGER,
  'make_code:manager': MANAGER,
  'make_code:link': INSIDE,
  'make_code:workspace': LEADING,
  'make_code:supporter': MANAGER,
  supporters: INSIDE,
  end_support: MANAGER,
  // On paper and out
  papers: ANYBODY,
  exports: LEADING,
  clear_sample: MANAGER,
  erase_firm: MANAGER,
  confirm_erase: MANAGER,
  // The deployment
  letters_waiting: OPERATOR,
  resend_letter: OPERATOR,
  firm_digest: OPERATOR,
  send_firm_digest: OPERATOR,
  list_firms: OPERATOR,
  make_first_code: OPERATOR,
  write_export: OPERATOR,
  delete_any_firm: OPERATOR,
}

/**
 * Looking at a supported firm begins like the portfolio; what is done there is asked of the member that one is there. Who may
 * look may say whether it helped, and share what they saw.
 */
export function deedOf(action: Action): Deed {
  if (isAside(action)) return 'view'
  if (action.kind === 'make_code') return `make_code:${action.purpose}`
  return action.kind === 'supporting' ? 'portfolio' : action.kind
}

/** Who may do it, in the order of `HOLDERS`. */
export const whoMay = (deed: Deed): readonly Holder[] => ALLOWED[deed]

export const mayDo = (held: readonly Holder[], deed: Deed): boolean =>
  whoMay(deed).some((holder) => held.includes(holder))
