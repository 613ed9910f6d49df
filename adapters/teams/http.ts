import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Response } from 'botbuilder'

/** Bytes: Teams' activities stay under 28 KB; room for what is filled in. */
const LARGEST_BODY = 256 * 1024

/** A JSON object, or undefined for anything else. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return objectFrom(Buffer.concat(chunks).toString('utf8'))
}

function objectFrom(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined // Not JSON; CloudAdapter answers 400 for a missing body.
  }
}

/** The few methods of Express that CloudAdapter calls, on Node's own response. */
export function expressLike(response: ServerResponse): Response {
  return {
    socket: response.socket,
    status(code) {
      response.statusCode = code
    },
    header(name, value) {
      response.setHeader(name, String(value))
    },
    send(body: unknown) {
      if (typeof body === 'string') return void response.write(body)
      response.setHeader('Content-Type', 'application/json')
      response.write(JSON.stringify(body))
    },
    end() {
      response.end()
    },
  }
}
