/** Talks to the server. Whatever goes wrong comes back as a value; nothing here throws. */
import { pageLanguage, word } from './language.js'

/**
 * `html` is safe to insert: the server escaped it. After `failed`, sending the same again can help; after `refused`,
 * something has to change first.
 * @typedef {{ kind: 'ok' | 'failed', html: string } | { kind: 'refused' | 'unreachable', error: string }} Answer
 * @typedef {{ id: string, thread: string } & ({ text: string } | { entry: string, lang: string } | { press: string, values: Record<string, string>, lang: string })} Message
 */

const PATIENCE_MS = 60_000

/** @param {Message} message */
export const sendMessage = (message) =>
  call('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': pageLanguage() },
    body: JSON.stringify(message),
  })

/** @param {string} thread */
export const earlierTurns = (thread) =>
  call(`/api/history?${new URLSearchParams({ thread })}`, { headers: { 'Accept-Language': pageLanguage() } })

export const howFar = () => call('/api/panel', { headers: { 'Accept-Language': pageLanguage() } })

/**
 * @param {string} path
 * @param {RequestInit} request
 * @returns {Promise<Answer>}
 */
async function call(path, request) {
  try {
    const response = await fetch(path, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) })
    return read(response, await response.json())
  } catch {
    // No connection, no answer in time or no JSON: for the person all of them mean “send again”.
    return { kind: 'unreachable', error: word('unreachable') }
  }
}

/**
 * @param {Response} response
 * @param {{ html?: string, error?: string }} body
 * @returns {Answer}
 */
function read(response, { html, error }) {
  if (html !== undefined) return { kind: response.ok ? 'ok' : 'failed', html }
  if (response.status >= 500 || error === undefined) return { kind: 'unreachable', error: word('unreachable') }
  return { kind: 'refused', error }
}
