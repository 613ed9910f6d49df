import type { FormValues } from '../event.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'

export const showSettings = (visit: Visit): Promise<Reply> => Promise.resolve(roleCard(visit))

export const claimManager = (_values: FormValues, visit: Visit): Promise<Reply> => Promise.resolve(roleCard(visit))

function roleCard({ firm, member, lang }: Visit): Reply {
  const facts = [
    { label: lang === 'ja' ? '会社' : 'Firm', value: firm.name },
    { label: lang === 'ja' ? '役割' : 'Roles', value: member.roles.join(', ') },
  ]
  return { outcome: 'command', lang, blocks: [{ kind: 'facts', facts }], confidence: 1, shows: 'settings' }
}
