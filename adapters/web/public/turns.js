/** Puts questions and replies into the log. Text goes in as text; only the server's escaped fragments go in as HTML. */
import { log } from './elements.js'
import { word } from './language.js'

/**
 * @param {string} said
 * @returns {HTMLElement} the turn, still without its reply
 */
export function addTurn(said) {
  const turn = element('div', 'turn')
  const line = element('p', 'said')
  const who = element('span', 'unseen', word('you'))
  who.dataset.word = 'you'
  line.append(who, ' ', element('span', '', said))
  turn.append(line)
  log.append(turn)
  return turn
}

/**
 * @param {HTMLElement} turn
 * @param {string} html
 */
export function addReply(turn, html) {
  turn.insertAdjacentHTML('beforeend', html)
  const lang = turn.querySelector('.reply')?.getAttribute('lang')
  if (lang) turn.querySelector('.said > span:last-child')?.setAttribute('lang', lang)
}

/**
 * Puts a reply in the place of a card that shows the same, and the focus on what is wrong in it, or on the card.
 * @param {HTMLElement} card
 * @param {string} html
 * @returns {boolean} whether it showed the same
 */
export function changeCard(card, html) {
  const made = document.createElement('template')
  made.innerHTML = html
  const reply = made.content.firstElementChild
  if (!(reply instanceof HTMLElement) || reply.dataset.shows !== card.dataset.shows) return false
  reply.tabIndex = -1
  card.replaceWith(reply)
  reply.classList.add('changed')
  const wrong = reply.querySelector('[aria-invalid=true]')
  if (wrong instanceof HTMLElement) wrong.focus()
  else reply.focus({ preventScroll: true })
  if (reply.getBoundingClientRect().top < 0) reply.scrollIntoView()
  return true
}

/**
 * Says what went wrong and offers to try again. It goes away when it is pressed.
 * @param {HTMLElement} place
 * @param {{ error: string, label: string, again: () => void }} trouble `error` may be empty when a reply says it already
 */
export function addRetry(place, { error, label, again }) {
  const note = element('div', 'trouble')
  note.setAttribute('role', 'alert')
  const button = element('button', '', label)
  button.setAttribute('type', 'button')
  button.addEventListener('click', () => {
    note.remove()
    again()
  })
  if (error) note.append(element('p', '', error))
  note.append(button)
  place.append(note)
}

/**
 * @param {string} name
 * @param {string} className
 * @param {string} [text]
 */
function element(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}
