/** Starts the chat page: what a person does, and what follows from it. */
import { ask, choose, recallConversation, startConversation, takeFocus } from './conversation.js'
import { composer, log, newConversation, question } from './elements.js'
import { chooseLanguage, recallLanguage } from './language.js'

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
  const { lang, entry, ask: text } = pressed.dataset
  if (lang) chooseLanguage(lang)
  if (entry) choose(entry, pressed.textContent.trim())
  if (text) ask(text)
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
takeFocus()

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
