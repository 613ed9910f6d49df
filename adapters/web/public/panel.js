/** How far the firm is, above the conversation. */
import { panel } from './elements.js'
import { howFar } from './server.js'

let latest = 0

/**
 * Asked for again after everything that may have changed it; without an answer the old one stays. Of two that are underway at the
 * same time only the later one counts, in whatever order they come back.
 */
export async function refreshPanel() {
  const mine = ++latest
  const answer = await howFar()
  if (answer.kind === 'ok' && mine === latest) panel.innerHTML = answer.html
}
