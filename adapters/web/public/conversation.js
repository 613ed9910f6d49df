/** One conversation: asks, shows what comes back, and never asks twice. */
import { changed, log, problem, question, sendButton, welcome, working } from './elements.js'
import { pageLanguage, word } from './language.js'
import { refreshPanel } from './panel.js'
import { earlierTurns, sendMessage } from './server.js'
import { addReply, addRetry, addTurn, changeCard } from './turns.js'

/** @import { Message } from './server.js' */
/** @typedef {{ action: string, values: Record<string, string>, label: string, card: HTMLElement | null }} Pressed */

const KEPT = 'shirube.thread'

/** Read once: another tab that starts a new conversation doesn't move this one. */
let thread = localStorage.getItem(KEPT) ?? freshThread()

let waiting = false

/**
 * @param {string} text
 * @returns {boolean} whether it was sent; one question at a time
 */
export function ask(text) {
  if (text.trim() === '' || waiting) return false
  void send(addTurn(text.trim()), { id: crypto.randomUUID(), thread, text })
  return true
}

/**
 * @param {string} entry
 * @param {string} label
 */
export function choose(entry, label) {
  if (waiting) return
  void send(addTurn(label), { id: crypto.randomUUID(), thread, entry, lang: pageLanguage() })
}

/**
 * A press on a card changes that card when the reply shows the same thing; otherwise it is a turn of its own.
 * @param {Pressed} pressed
 */
export function press({ action, values, label, card }) {
  if (waiting) return
  const message = { id: crypto.randomUUID(), thread, press: action, values, lang: pageLanguage() }
  if (card) void change(card, label, message)
  else void send(addTurn(label), message)
}

/**
 * @param {HTMLElement} card
 * @param {string} label
 * @param {Message} message sent again under the same id, so that nothing is done twice
 */
async function change(card, label, message) {
  showWaiting(true)
  card.ariaBusy = 'true'
  const answer = await sendMessage(message)
  if (!card.isConnected) return
  showWaiting(false)
  card.ariaBusy = null
  if ('html' in answer && answer.kind === 'ok') return showPressed(card, label, answer.html)
  const error = 'error' in answer ? answer.error : word('unreachable')
  if (answer.kind === 'refused') return void (problem.textContent = error)
  const place = card.closest('.turn') ?? log
  if (place instanceof HTMLElement)
    addRetry(place, { error, label: word('retry'), again: () => void change(card, label, message) })
}

/**
 * @param {HTMLElement} card
 * @param {string} label
 * @param {string} html
 */
function showPressed(card, label, html) {
  if (changeCard(card, html)) changed.textContent = word('changed')
  else {
    const turn = addTurn(label)
    addReply(turn, html)
    turn.scrollIntoView()
    takeFocus()
  }
  void refreshPanel()
}

export function startConversation() {
  thread = freshThread()
  log.replaceChildren()
  showWaiting(false)
  welcome.hidden = false
  window.scrollTo(0, 0)
  takeFocus()
}

/** Shows what was said before in this browser, without reading it out. */
export async function recallConversation() {
  const asked = thread
  const answer = await earlierTurns(asked)
  if (thread !== asked) return
  if (answer.kind === 'refused') return void (problem.textContent = answer.error)
  if (answer.kind !== 'ok') {
    addRetry(log, { error: word('historyFailed'), label: word('historyRetry'), again: () => void recallConversation() })
    return
  }
  log.ariaLive = 'off'
  log.insertAdjacentHTML('afterbegin', answer.html)
  log.ariaLive = 'polite'
  welcome.hidden = log.childElementCount > 0
  log.lastElementChild?.scrollIntoView()
}

function freshThread() {
  const fresh = `web:${crypto.randomUUID()}`
  localStorage.setItem(KEPT, fresh)
  return fresh
}

/**
 * @param {HTMLElement} turn
 * @param {Message} message sent again under the same id, so that nothing is asked twice
 */
async function send(turn, message) {
  showWaiting(true)
  welcome.hidden = true
  turn.scrollIntoView()
  const answer = await sendMessage(message)
  // Answers to a conversation that was left are dropped here; the server has kept them.
  if (!turn.isConnected) return
  showWaiting(false)
  if (answer.kind === 'refused') return giveBack(turn, message, answer.error)
  if ('html' in answer) addReply(turn, answer.html)
  if (turn.querySelector('[data-shows]')) void refreshPanel()
  if (answer.kind !== 'ok') offerRetry(turn, message, 'error' in answer ? answer.error : '')
  turn.scrollIntoView()
  takeFocus()
}

/**
 * @param {HTMLElement} turn
 * @param {Message} message
 * @param {string} error
 */
function offerRetry(turn, message, error) {
  const again = () => {
    turn.querySelector('.reply')?.remove()
    void send(turn, message)
  }
  addRetry(turn, { error, label: word('retry'), again })
}

/**
 * Puts a refused question back into the box, so that nobody types it twice.
 * @param {HTMLElement} turn
 * @param {Message} message
 * @param {string} error
 */
function giveBack(turn, message, error) {
  turn.remove()
  welcome.hidden = log.childElementCount > 0
  if ('text' in message && question.value === '') question.value = message.text
  problem.textContent = error
  takeFocus()
}

/** @param {boolean} is */
function showWaiting(is) {
  waiting = is
  log.ariaBusy = String(is)
  sendButton.ariaDisabled = String(is)
  working.textContent = is ? word('working') : ''
  changed.textContent = ''
  problem.textContent = ''
}

/** On a touch screen the focus would open the keyboard over the answer. */
export function takeFocus() {
  if (window.matchMedia('(pointer: fine)').matches) question.focus({ preventScroll: true })
}
