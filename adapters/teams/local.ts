import type { IncomingMessage } from 'node:http'

const THIS_MACHINE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const THIS_MACHINES_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Without credentials nobody can prove who they are: only tools on this machine may call, that answer on it, and no web page that
 * somebody has open. What to say to everybody else; undefined for those who may.
 */
export function refusalOf({ socket, headers }: IncomingMessage, serviceUrl: string): string | undefined {
  const isHere = THIS_MACHINE.has(socket.remoteAddress ?? '')
  const isPage = headers.origin !== undefined || headers['content-type']?.includes('json') !== true
  return isHere && !isPage && isLoopback(serviceUrl)
    ? undefined
    : 'Without TEAMS_APP_ID, only tools on this machine may call.'
}

/** Whether replies go to a tool on this machine. */
export const isLoopback = (serviceUrl: string): boolean =>
  THIS_MACHINES_NAMES.has(URL.parse(serviceUrl)?.hostname ?? '')
