/** The parts of the page, looked up once. A missing one is a mistake in page.ts and says so at once. */

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function part(id, type) {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}`)
  return found
}

export const welcome = part('welcome', HTMLElement)
export const panel = part('panel', HTMLElement)
export const log = part('log', HTMLElement)
/** Told to those who don't see that a card has changed. */
export const changed = part('changed', HTMLElement)
export const working = part('working', HTMLElement)
export const composer = part('composer', HTMLElement)
export const problem = part('problem', HTMLElement)
export const question = part('question', window.HTMLTextAreaElement)
export const newConversation = part('new-conversation', HTMLElement)
export const sendButton = part('send', window.HTMLButtonElement)
