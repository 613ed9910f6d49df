import { openSheet } from '../checklist/sheet.ts'
import { showView } from '../checklist/views.ts'
import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { peopleWordsIn } from '../words/people.ts'
import { settingsWordsIn } from '../words/settings.ts'
import { buttons, plain } from './card.ts'
import { sampleNotice } from './erase.ts'
import { invitation } from './onboarding.ts'

/** The checklist's home, with what leads from it to the firm, its people and its papers. */
export async function showHome(visit: Visit): Promise<Reply> {
  const shown = showView('home', await openSheet(visit))
  return { ...shown, blocks: [...sampleNotice(visit), ...invitation(visit), ...shown.blocks, doors(visit)] }
}

function doors({ firm, lang }: Visit): Block {
  const settings = settingsWordsIn(lang)
  const clear = firm.settings.sample === 'shown' ? [plain(settings.clearSample, { kind: 'clear_sample' })] : []
  return buttons('', [
    plain(settings.papers, { kind: 'papers' }),
    plain(peopleWordsIn(lang).people, { kind: 'people' }),
    plain(settings.settings, { kind: 'settings' }),
    ...clear,
  ])
}
