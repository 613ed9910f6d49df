import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { digestWordsIn } from '../words/digest.ts'
import { digestReply } from './reply.ts'
import { unsentDigest } from './unsent.ts'

/** How the digest would look if it went out now. */
export async function previewDigest({ room, firm, checklist, knowledge, lang, now }: Visit): Promise<Reply> {
  const [log, members] = await Promise.all([room.log(), room.members()])
  const digest = unsentDigest('week', { firm, members, log, checklist, corpus: knowledge.version, now })
  const { blocks, ...reply } = digestReply(digest, lang)
  return { ...reply, blocks: [{ kind: 'notice', text: digestWordsIn(lang).preview }, ...blocks] }
}
