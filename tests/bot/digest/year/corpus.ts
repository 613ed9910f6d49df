import { readChecklist } from '../../../../bot/checklist/checklist.ts'
import { knowledgeOf } from '../../../../compose.ts'
import { CORPUS_DATA } from '../../../../corpus/files.ts'
import { loadCorpus } from '../../../../corpus/load.ts'

/** What ships. */
export const KNOWLEDGE = knowledgeOf(await loadCorpus(CORPUS_DATA))
export const CHECKLIST = readChecklist(KNOWLEDGE)
