import { readChecklist } from '../checklist/checklist.ts'
import type { Letters } from '../digest/ledger.ts'
import type { Clock, Firms, Knowledge } from '../ports.ts'
import { paperWordsIn } from '../words/paper/words.ts'
import { writeFirmJson } from './export/firm-json.ts'
import { sheetsOf, type Sheet } from './export/sheets.ts'
import { openFile, type FirmFile } from './paper/open-file.ts'
import type { PageWanted } from './paper/page.ts'
import type { Paper } from './paper/paper.ts'
import { writePaper } from './paper/write-paper.ts'

/** A page to look at, or a file to take along; `name` is the file's, without its ending. */
export type Page =
  | Readonly<{ kind: 'paper'; paper: Paper }>
  | Readonly<{ kind: 'sheets'; format: 'csv' | 'xlsx'; name: string; sheets: readonly [Sheet, ...Sheet[]] }>
  | Readonly<{ kind: 'json'; name: string; text: string }>

/** Who may see it was decided when the link was signed, or by whoever runs the command. Undefined for a firm that isn't there. */
export type Pages = (wanted: Pick<PageWanted, 'page' | 'firm' | 'lang'>) => Promise<Page | undefined>

type PageNeeds = Readonly<{ firms: Firms; letters: Letters; knowledge: Knowledge; clock: Clock }>

export function createPages({ firms, letters, knowledge, clock }: PageNeeds): Pages {
  const checklist = readChecklist(knowledge)
  return async ({ page, firm, lang }) => {
    const { contacts, version: corpus } = knowledge
    const file = await openFile(firm, { firms, letters, checklist, corpus, contacts, lang, now: clock() })
    return file && pageOf(page, file)
  }
}

function pageOf(page: PageWanted['page'], file: FirmFile): Page {
  const name = [file.firm.name, paperWordsIn(file.lang).fileName, file.today].filter((part) => part !== '').join('_')
  switch (page) {
    case 'call_sheet':
    case 'president':
    case 'week':
    case 'month':
    case 'status':
      return { kind: 'paper', paper: writePaper(page, file) }
    case 'csv':
    case 'xlsx':
      return { kind: 'sheets', format: page, name, sheets: sheetsOf(file) }
    case 'json':
      return { kind: 'json', name, text: writeFirmJson(file, file.now) }
  }
}
