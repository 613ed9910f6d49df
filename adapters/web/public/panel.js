/** How far the firm is, above the conversation. */
import { panel } from './elements.js'
import { howFar } from './server.js'

/** Asked for again after everything that may have changed it; without an answer the old one stays. */
export async function refreshPanel() {
  const answer = await howFar()
  if (answer.kind === 'ok') panel.innerHTML = answer.html
}
