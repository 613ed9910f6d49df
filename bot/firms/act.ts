import type { FormValues } from '../event.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import type { FirmAction } from './actions.ts'

/** What is pressed about the firm itself. */
export function actInFirm(_action: FirmAction, _values: FormValues, { firm, member, lang }: Visit): Promise<Reply> {
  const facts = [
    { label: lang === 'ja' ? '会社' : 'Firm', value: firm.name },
    { label: lang === 'ja' ? '役割' : 'Roles', value: member.roles.join(', ') },
  ]
  return Promise.resolve({
    outcome: 'command',
    lang,
    blocks: [{ kind: 'facts', facts }],
    confidence: 1,
    shows: 'settings',
  })
}
