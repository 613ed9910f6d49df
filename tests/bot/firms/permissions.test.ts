import { expect, it } from 'vitest'
import { HOLDERS, mayDo, type Deed } from '../../../bot/firms/permissions.ts'

/** Staff, manager, admin, supporter, operator. Written apart from the code, so that a change is made twice, on purpose. */
const EXPECTED: Readonly<Record<Deed, string>> = {
  view: 'xxxx-',
  item: 'xxxx-',
  stage: 'xxxx-',
  more: 'xxxx-',
  vendor_message: 'xxxx-',
  history: 'xxxx-',
  projection: 'xxxx-',
  answer_form: 'xxx--',
  answer: 'xxx--',
  details: 'xxx--',
  save_details: 'xxx--',
  remove_evidence: 'xxx--',
  undo: 'xxx--',
  confirm_answer: '-x---',
  send_back_form: '-x---',
  send_back: '-x---',
  digest: '-x---',
  send_digest_form: '-x---',
  send_digest: '-x---',
  last_digest: '-x---',
  digest_settings: '-xx--',
  save_digest_settings: '-xx--',
  decide_form: '-x---',
  decide: '-x---',
  put_off: '-x---',
  settings: 'xxxx-',
  save_own_settings: 'xxxx-',
  leave: 'xxxx-',
  enter_code: 'xxxx-',
  redeem_code: 'xxxx-',
  portfolio: 'xxxx-',
  onboard: '-xx--',
  save_profile: '-xx--',
  firm_settings: '-xx--',
  save_firm_settings: '-xx--',
  people: 'xxxx-',
  member: '-xx--',
  save_member: '-xx--',
  remove_member: '-xx--',
  bring_back: '-xx--',
  forget_member: '-xx--',
  change_manager: '-x---',
  'make_code:manager': '-x---',
  'make_code:link': 'xxx--',
  'make_code:workspace': '-xx--',
  'make_code:supporter': '-x---',
  supporters: 'xxx--',
  end_support: '-x---',
  papers: 'xxxx-',
  exports: '-xx--',
  clear_sample: '-x---',
  erase_firm: '-x---',
  confirm_erase: '-x---',
  letters_waiting: '----x',
  resend_letter: '----x',
  firm_digest: '----x',
  send_firm_digest: '----x',
  list_firms: '----x',
  make_first_code: '----x',
  write_export: '----x',
  delete_any_firm: '----x',
}

const cells = Object.entries(EXPECTED).flatMap(([deed, row]) =>
  Array.from(row).map((cell, column) => ({ deed: deed as Deed, holder: HOLDERS[column] ?? 'operator', cell })),
)

it.each(cells)('$holder, $deed: $cell', ({ deed, holder, cell }) => {
  expect(mayDo([holder], deed)).toBe(cell === 'x')
})

it('lets nobody without a role do anything', () => {
  expect(cells.filter(({ deed }) => mayDo([], deed))).toEqual([])
})
