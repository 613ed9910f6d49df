import { paperWordsIn } from '../../words/paper/words.ts'
import { callSheet } from './call-sheet.ts'
import { fullStatus } from './full-status.ts'
import type { FirmFile } from './open-file.ts'
import type { PaperKind } from './page.ts'
import type { Paper, Section } from './paper.ts'
import { monthPage, weekPage } from './digest.ts'
import { presidentPage } from './president.ts'

/** A page of the firm, ready to be printed. */
export function writePaper(kind: PaperKind, file: FirmFile): Paper {
  const { firm, lang, today } = file
  const words = paperWordsIn(lang)
  return {
    kind,
    lang,
    title: words.titles[kind],
    firm: firm.name === '' ? words.unnamed : firm.name,
    asOf: today,
    sample: firm.settings.sample === 'shown' ? words.sample : undefined,
    sections: sectionsOf(kind, file),
    footnotes: footnotesOf(kind, words),
  }
}

function sectionsOf(kind: PaperKind, file: FirmFile): readonly Section[] {
  switch (kind) {
    case 'call_sheet':
      return callSheet(file)
    case 'president':
      return presidentPage(file)
    case 'week':
      return weekPage(file)
    case 'month':
      return monthPage(file)
    case 'status':
      return fullStatus(file)
  }
}

function footnotesOf(kind: PaperKind, words: ReturnType<typeof paperWordsIn>): readonly string[] {
  switch (kind) {
    case 'call_sheet':
      return [words.writeCheckedOn]
    case 'president':
    case 'week':
    case 'month':
      return [words.bands, words.noProof]
    case 'status':
      return [words.noProof]
  }
}
