import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createInMemoryFeedback } from './adapters/store/in-memory-feedback.ts'
import { createInMemoryFirms } from './adapters/store/in-memory-firms.ts'
import { createNoLetters } from './adapters/store/in-memory-letters.ts'
import { createInMemoryOperators } from './adapters/store/in-memory-operators.ts'
import { createInMemoryInbox } from './adapters/store/in-memory.ts'
import type { Store } from './adapters/store/store.ts'
import { fileOf } from './adapters/export/file.ts'
import { createLinks, type ReadLink } from './adapters/web/links.ts'
import type { PageServed } from './adapters/web/paper/routes.ts'
import { createAnswerOnce } from './bot/answer-once.ts'
import { createBot, type Bot } from './bot/bot.ts'
import { createDesk } from './bot/desk.ts'
import type { Letters } from './bot/digest/ledger.ts'
import { createPages, type Pages } from './bot/firms/pages.ts'
import { readFirmJson } from './bot/firms/export/firm-json.ts'
import type { ExportFormat, PageWanted } from './bot/firms/paper/page.ts'
import type { Entry, Inbox, Knowledge, Likeness, Onward, Retriever } from './bot/ports.ts'
import type { Config } from './config.ts'
import { CORPUS_DATA } from './corpus/files.ts'
import { loadCorpus, type Corpus } from './corpus/load.ts'
import type { Lang, Questions, Term } from './corpus/schema.ts'
import { loadModels, rankBy, UNOBSERVED, type Observing, type Ranking } from './start/models.ts'
import { loadBagEmbedder, WEIGHTS } from './retrieval/embedder/bag.ts'
import type { Embedder } from './retrieval/embedder/embedder.ts'
import { openIndex } from './retrieval/index/cache.ts'
import type { SearchIndex } from './retrieval/index/search-index.ts'
import { keptIn } from './retrieval/index/disk.ts'
import { indexablesOf } from './retrieval/indexable.ts'
import { createLikeness } from './retrieval/likeness.ts'
import { createRetriever } from './retrieval/retriever.ts'
import { normalise } from './retrieval/text/normalise.ts'

/** The bot with everything it answers from; the store and the platforms come on top of it in main.ts. */
export type Composed = Readonly<{
  bot: Bot
  /** The bot with its inbox around it: what was said is kept, and the same event gives the same reply. */
  answer: Bot
  corpus: Corpus
  knowledge: Knowledge
  retriever: Retriever
  likeness: Likeness
  index: SearchIndex
  embedder: Embedder
  cached: 'read' | 'written' | 'unwritable'
  /** A firm's pages, and who reads the links to them. */
  page: (wanted: PageWanted) => Promise<PageServed | undefined>
  readLink: ReadLink
}> &
  Pick<Ranking, 'rankedBy' | 'settled'>

/** Where what people say and do is kept; the corpus is read while it opens. */
type Kept = Pick<Store, 'inbox' | 'firms' | 'codes' | 'feedback' | 'findReader' | 'operators'> &
  Readonly<{ ledger: Omit<Letters, 'asked'>; unanswered: Letters['asked'] }>

export async function composeBot(
  config: Config,
  kept: Kept | Promise<Kept> = keptInMemory(),
  observing: Observing = UNOBSERVED,
): Promise<Composed> {
  const [{ corpus, source, index, cached }, models, { inbox, firms, codes, feedback, findReader, ...others }] =
    await Promise.all([openSearch(config), loadModels(config, observing), kept])
  const { embedder } = source
  const knowledge = knowledgeOf(corpus)
  const { rankedBy, settled, ...ranking } = rankBy(
    config,
    { ...source, own: createRetriever(index, embedder) },
    observing,
  )
  const retriever = models.rerank(ranking.retriever, knowledge)
  const recall: Inbox['thread'] = (thread) => inbox.thread(thread)
  const word = models.word({ knowledge, recall })
  const links = createLinks(config.linkKey === undefined ? randomBytes(32) : Buffer.from(config.linkKey))
  const letters = { ...others.ledger, asked: others.unanswered }
  const desk = createDesk({
    knowledge,
    firms,
    codes,
    letters,
    isOperator: async (person) => config.operators.includes(person) || (await others.operators.has(person)),
    clock: () => new Date(),
    linkTo: links.linkTo,
  })
  const page = servedBy(createPages({ firms, letters, knowledge, clock: () => new Date() }))
  const likeness = createLikeness(embedder)
  const { defaultLang } = config
  const bot = createBot({ knowledge, retriever, likeness, recall, word, defaultLang, findReader, feedback, desk })
  const answer = createAnswerOnce({ inbox, bot, warn: observing.warn })
  const made = { corpus, knowledge, retriever, likeness, index, embedder, cached, rankedBy, settled }
  return { ...made, bot, answer, page, readLink: links.readLink }
}

/** A firm's own export as one of the files that its people can take along in chat. `lang`: else the firm's. */
export async function exportFile(
  json: string,
  { format, lang }: Readonly<{ format: ExportFormat; lang: Lang | undefined }>,
): Promise<string | Uint8Array> {
  const whole = readFirmJson(json)
  const { firms } = createInMemoryFirms()
  await firms.restore(whole)
  const { id, lang: own } = whole.firm
  const knowledge = knowledgeOf(await loadCorpus(CORPUS_DATA))
  const page = servedBy(createPages({ firms, letters: createNoLetters(), knowledge, clock: () => new Date() }))
  const file = await page({ page: format, firm: id, lang: lang ?? own, until: new Date() })
  if (file?.kind !== 'file') throw new Error(`The firm ${id} has no ${format} to take along`)
  return file.body
}

const servedBy =
  (pages: Pages): Composed['page'] =>
  async (wanted) => {
    const page = await pages(wanted)
    return page === undefined || page.kind === 'paper' ? page : fileOf(page)
  }

async function openSearch({ dataDir }: Config) {
  const [corpus, embedder] = await Promise.all([
    loadCorpus(CORPUS_DATA, keptIn(join(dataDir, 'corpus'))),
    loadBagEmbedder(WEIGHTS),
  ])
  const source = { corpus: corpus.version, entries: indexablesOf(corpus), embedder }
  return { corpus, source, ...(await openIndex({ ...source, folder: join(dataDir, 'index') })) }
}

/** For commands that open no store; forgotten when they end. */
export function keptInMemory(): Kept {
  const { asked: unanswered, ...ledger } = createNoLetters()
  return {
    inbox: createInMemoryInbox(),
    feedback: createInMemoryFeedback(),
    operators: createInMemoryOperators(),
    ledger,
    unanswered,
    ...createInMemoryFirms(),
  }
}

export function knowledgeOf(corpus: Corpus): Knowledge {
  const entries = new Map<string, Entry>([
    ...corpus.clauses.map(({ body }) => [body.id, { kind: 'clause', body }] as const),
    ...corpus.pages.map(({ body }) => [body.id, { kind: 'page', body }] as const),
    ...corpus.scs.map(({ body }) => [body.id, { kind: 'scs', body }] as const),
    ...corpus.ipa.map(({ body }) => [body.id, { kind: 'ipa', body }] as const),
  ])
  const terms = termsBySpelling(corpus)
  const linked = linksFromOtherFrameworks([...entries.values()])
  const documents = new Map(corpus.documents.map(({ body }) => [body.id, body]))
  const onward = onwardOf(corpus)
  return {
    version: corpus.version,
    entry: (id) => entries.get(id),
    alsoIn: (id) => linked.get(id) ?? [],
    onward: (id) => onward.get(id) ?? LEADS_NOWHERE,
    checklist: corpus.checklist.map(({ body }) => body),
    contacts: corpus.contacts.map(({ body }) => body),
    checklistChanges: corpus.checklistChanges.flatMap(({ body }) => body.changes),
    glossary: corpus.terms.map(({ body }) => body),
    term: (spelling) => terms.get(spellingKey(spelling)),
    document: (id) => {
      const document = documents.get(id)
      if (document === undefined)
        throw new Error(`corpus/data/documents/${id}.yaml is missing; an entry names it as its source`)
      return document
    },
  }
}

/** SCS and IPA items by the clauses they name as related. */
function linksFromOtherFrameworks(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const linked = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.kind !== 'scs' && entry.kind !== 'ipa') continue
    for (const id of entry.body.related) linked.set(id, [...(linked.get(id) ?? []), entry])
  }
  return linked
}

const NO_QUESTIONS: Questions = { en: [], ja: [] }
const LEADS_NOWHERE: Onward = { stays: NO_QUESTIONS, leads: new Map(), heard: NO_QUESTIONS }

function onwardOf({ onward }: Corpus): ReadonlyMap<string, Onward> {
  const heard = Map.groupBy(
    onward.flatMap(({ body }) => body.leads),
    ({ to }) => to,
  )
  const heardFor = (id: string, lang: Lang): string[] => heard.get(id)?.flatMap((lead) => lead[lang]) ?? []
  return new Map(
    onward.map(({ body: { id, stays, leads } }) => [
      id,
      {
        stays,
        leads: new Map(leads.map(({ to, en, ja }) => [to, { en, ja }])),
        heard: { en: heardFor(id, 'en'), ja: heardFor(id, 'ja') },
      },
    ]),
  )
}

function termsBySpelling(corpus: Corpus): ReadonlyMap<string, Term> {
  const spellings = corpus.terms.flatMap(({ body }) =>
    [body.term.en, body.term.ja, ...body.spellings.en, ...body.spellings.ja].map(
      (one) => [spellingKey(one), body] as const,
    ),
  )
  return new Map(spellings)
}

const spellingKey = (spelling: string): string => normalise(spelling).replaceAll(/[\p{Punctuation}\p{Symbol}\s]/gu, '')
