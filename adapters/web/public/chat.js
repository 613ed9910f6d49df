/** Starts the chat page: what a person does, and what follows from it. */
import { ask, choose, press, recallConversation, startConversation, takeFocus } from './conversation.js'
import { composer, log, newConversation, question } from './elements.js'
import { chooseLanguage, recallLanguage } from './language.js'
import { refreshPanel } from './panel.js'
import './pick-file.js'

composer.addEventListener('submit', (event) => {
  event.preventDefault()
  askWhatIsTyped()
})

question.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
  event.preventDefault()
  askWhatIsTyped()
})

document.addEventListener('click', (event) => {
  const pressed = event.target instanceof window.Element ? event.target.closest('button') : null
  if (!(pressed instanceof HTMLElement)) return
  const { lang, entry, ask: text, press: action } = pressed.dataset
  if (lang) {
    chooseLanguage(lang)
    void refreshPanel()
  }
  if (entry) choose(entry, pressed.textContent.trim())
  if (text) ask(text)
  if (action) press({ action, values: {}, label: pressed.textContent.trim(), card: cardOf(pressed) })
})

/** A form in a reply: what was filled in goes along with the press. Several choices of one field are one text, a line each. */
log.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof window.HTMLFormElement) || !form.dataset.press) return
  event.preventDefault()
  const filled = new window.FormData(form)
  const values = Object.fromEntries([...new Set(filled.keys())].map((name) => [name, filled.getAll(name).join('\n')]))
  const label = event.submitter?.textContent?.trim() ?? ''
  press({ action: form.dataset.press, values, label, card: cardOf(form) })
})

/** A mark leads to its source, which is folded away until then. */
log.addEventListener('click', (event) => {
  const mark = event.target instanceof window.Element ? event.target.closest('a.mark') : null
  const source = mark && document.getElementById(mark.getAttribute('href')?.slice(1) ?? '')
  if (!source) return
  event.preventDefault()
  source.closest('details')?.setAttribute('open', '')
  source.focus()
})

newConversation.addEventListener('click', startConversation)

recallLanguage()
void recallConversation()
void refreshPanel()
takeFocus()

/**
 * The card that a pressed part belongs to; one that shows nothing to be changed is none.
 * @param {Element} part
 * @returns {HTMLElement | null}
 */
function cardOf(part) {
  const card = part.closest('.reply[data-shows]')
  return card instanceof HTMLElement ? card : null
}

function askWhatIsTyped() {
  if (ask(question.value)) question.value = ''
}

/**
 * The Enter that ends a Japanese conversion is no “send”. Safari reports it after the composition has ended, and only
 * its old key code 229 gives it away.
 * @param {KeyboardEvent} event
 */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229
}
