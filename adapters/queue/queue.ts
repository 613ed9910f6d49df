import { PgBoss, type ConstructorOptions } from 'pg-boss'

/**
 * Where the queue keeps its tables, with the rights the store's migrations gave: a server's address, or the embedded
 * database, through whoever has it open.
 */
export type QueueDatabase =
  | Readonly<{ kind: 'server'; url: string }>
  | Readonly<{
      kind: 'embedded'
      /** Several statements at once where there are no values. */
      run(text: string, values: readonly unknown[]): Promise<{ rows: object[] }>
      listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
    }>

/**
 * `plan` runs about once a minute in one process of all and answers what is to be sent. `send` is called for each, perhaps more
 * than once, and answers after how many seconds to call it again, if at all. Neither has to be heard of again when it rejects.
 */
export type QueueWork = Readonly<{
  plan(): Promise<readonly string[]>
  send(id: string): Promise<number | undefined>
}>

export type Queue = Readonly<{
  put(ids: readonly string[], seconds?: number): Promise<void>
  /** Waits for what is in hand. */
  stop(): Promise<void>
}>

const SCHEMA = 'shirube_queue'
/** Milliseconds that a stopping process gives what it has in hand. */
const PATIENCE = 15_000
/** How many letters one process has in hand at a time: so many takers, each with so many. */
const TAKERS = 2
const IN_HAND = 8

/**
 * pg-boss wakes whoever has a hand free; who may send what, and whether it was sent, is the ledger's. So a lost job is put again by the
 * next plan, and a job too many does nothing.
 */
export async function startQueue(
  database: QueueDatabase,
  work: QueueWork,
  report: (cause: unknown) => void,
): Promise<Queue> {
  const boss = new PgBoss({ ...optionsFor(database), ...QUIET })
  boss.on('error', report)
  await boss.start()
  await boss.createQueue('letters', { policy: 'short', notify: true, ...BRIEF })
  await boss.createQueue('plan', { policy: 'short', notify: true, ...BRIEF })
  const put = async (ids: readonly string[], seconds = 0): Promise<void> => {
    if (ids.length === 0) return
    await boss.insert(
      'letters',
      ids.map((id) => ({ data: { id }, singletonKey: id, startAfter: seconds })),
    )
  }
  const sendOne = async (id: string): Promise<void> => {
    const again = await work.send(id)
    if (again !== undefined) await put([id], again)
  }
  await boss.work('plan', POLLING, async () => put(await work.plan()))
  await boss.work<{ id: string }>(
    'letters',
    { ...POLLING, localConcurrency: TAKERS, batchSize: IN_HAND, burstWhenBatchFull: true },
    async (jobs) => {
      await Promise.all(jobs.map(({ data }) => sendOne(data.id).catch(report)))
    },
  )
  await boss.schedule('plan', '* * * * *')
  await boss.send('plan', {})
  return { put, stop: () => boss.stop({ graceful: true, close: true, timeout: PATIENCE }) }
}

/** Woken by NOTIFY; a look every so many seconds finds what was put for later. */
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 }
const BRIEF = { retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600, retentionSeconds: 86_400 }
/** The ledger says what went out; the queue's own records of itself are in nobody's way. */
const QUIET = {
  schema: SCHEMA,
  createSchema: false,
  useListenNotify: true,
  registerInstance: false,
  monitorVacuum: false,
} as const

function optionsFor(database: QueueDatabase): ConstructorOptions {
  if (database.kind === 'server')
    return {
      connectionString: database.url,
      options: '-c role=shirube_system',
      max: 4,
      application_name: 'shirube queue',
    }
  return {
    backend: 'pglite',
    reindex: false,
    db: {
      executeSql: (text, values = []) => database.run(text, values),
      async listen(channel, hear, heardAgain) {
        const close = await database.listen(channel, hear)
        heardAgain()
        return { close }
      },
    },
  }
}
