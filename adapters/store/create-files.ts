import { workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** A thread's whole work: the files of a new store, in the folder named by the thread that started it. */
const pglite = await PGlite.create(String(workerData))
await pglite.close()
