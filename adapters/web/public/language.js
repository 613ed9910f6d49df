/** The language of the page itself. Answers follow the language of the question. */

const KEPT = 'shirube.lang'

/** @type {Record<string, Record<string, string>>} */
const WORDS = JSON.parse(document.body.dataset.words ?? '{}')

/** @returns {string} */
export const pageLanguage = () => document.documentElement.lang

/** @param {string} key */
export const word = (key) => WORDS[pageLanguage()]?.[key] ?? ''

/** Brings back the language chosen earlier in this browser; without one, the server's guess stays. */
export function recallLanguage() {
  const kept = localStorage.getItem(KEPT)
  if (kept !== null && kept in WORDS) showLanguage(kept)
}

/** @param {string} lang */
export function chooseLanguage(lang) {
  localStorage.setItem(KEPT, lang)
  showLanguage(lang)
}

/** @param {string} lang */
function showLanguage(lang) {
  document.documentElement.lang = lang
  document.title = word('title')
  each('[data-word]', (element, dataset) => (element.textContent = word(dataset.word ?? '')))
  each('[data-label]', (element, dataset) => element.setAttribute('aria-label', word(dataset.label ?? '')))
  each('[data-hint]', (element, dataset) => element.setAttribute('placeholder', word(dataset.hint ?? '')))
  each('[data-only]', (element, dataset) => (element.hidden = dataset.only !== lang))
  each('[data-lang]', (element, dataset) => element.setAttribute('aria-pressed', String(dataset.lang === lang)))
}

/**
 * @param {string} selector
 * @param {(element: HTMLElement, dataset: DOMStringMap) => void} change
 */
function each(selector, change) {
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof HTMLElement) change(element, element.dataset)
  }
}
