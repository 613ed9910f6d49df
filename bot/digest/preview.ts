import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { digestWordsIn } from '../words/digest.ts'
import { digestReply } from './reply.ts'
import { sinceLast } from './since-last.ts'
import { unsentWeek } from './unsent.ts'

/** How the digest would look if it went out now. */
export async function previewDigest({ room, firm, checklist, knowledge, letters, lang, now }: Visit): Promise<Reply> {
  const corpus = knowledge.version
  const [log, members, since] = await Promise.all([
    room.log(),
    room.members(),
    sinceLast({ firm, corpus, at: now }, letters),
  ])
  const digest = unsentWeek({ firm, members, log, checklist, corpus, now, since })
  const { blocks, ...reply } = digestReply(digest, lang)
  const words = digestWordsIn(lang)
  const first = since.previous === undefined ? [words.previewFirst] : []
  const quiet = digest.quiet && firm.settings.digest?.quietWeek !== 'line' ? [words.previewQuiet] : []
  const text = [words.preview, ...first, ...quiet].join(lang === 'ja' ? '' : ' ')
  return { ...reply, blocks: [{ kind: 'notice', text }, ...blocks] }
}
