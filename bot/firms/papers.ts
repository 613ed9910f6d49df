import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { settingsWordsIn } from '../words/settings.ts'
import { buttons, card, heading, notice, plain, text } from './card.ts'
import { EXPORT_FORMATS, PAPERS, type PaperKind } from './paper/page.ts'
import { mayDo } from './permissions.ts'

/** How long a link in chat works, in minutes. */
const LINK_MINUTES = 15

export function showPapers(visit: Visit): Reply {
  const words = settingsWordsIn(visit.lang)
  const links = papersFor(visit).map((page): Block => ({
    kind: 'link',
    label: words.paper[page],
    path: pathTo(page, visit),
  }))
  return card(visit, 'papers', [
    heading(words.papers),
    text(words.papersIntro),
    ...links,
    notice(words.linkLasts(LINK_MINUTES)),
    buttons('', [plain(words.exports, { kind: 'exports' })]),
  ])
}

/** Who may not see the digest in chat is not offered it on paper. */
const papersFor = ({ member: { roles } }: Visit): readonly PaperKind[] =>
  PAPERS.filter((page) => (page !== 'week' && page !== 'month') || mayDo(roles, 'digest'))

export function showExports(visit: Visit): Reply {
  const words = settingsWordsIn(visit.lang)
  const links = EXPORT_FORMATS.map((page): Block => ({
    kind: 'link',
    label: words.format[page],
    path: pathTo(page, visit),
  }))
  return card(visit, 'papers', [
    heading(words.exports),
    text(words.exportsIntro),
    ...links,
    notice(words.linkLasts(LINK_MINUTES)),
  ])
}

const pathTo = (page: Parameters<Visit['linkTo']>[0]['page'], { linkTo, firm, lang, now }: Visit): string =>
  linkTo({ page, firm: firm.id, lang, until: new Date(now.getTime() + LINK_MINUTES * 60_000) })
