import type { IncomingMessage, ServerResponse } from 'node:http'

/** Bytes: Teams' activities stay under 28 KB; room for what is filled in. */
const LARGEST_BODY = 256 * 1024

/** JSON, or undefined for anything else, a caller who went away in the middle included. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > LARGEST_BODY) return undefined
      chunks.push(chunk)
    }
  } catch {
    return undefined // Nobody is left to be answered, and anybody can do it: no surprise of ours.
  }
  return jsonIn(Buffer.concat(chunks).toString('utf8'))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Not JSON, which is answered with 400.
  }
}

/** `body` becomes JSON. */
export type Answer = Readonly<{ status: number; body?: object }>

export function respond(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, body === undefined ? {} : { 'Content-Type': 'application/json' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
