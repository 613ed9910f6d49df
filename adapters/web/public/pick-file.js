/** A file that shows something: its SHA-256 and its name are filled in. It is read here and sent nowhere. */
import { log, problem } from './elements.js'
import { word } from './language.js'

log.addEventListener('change', (event) => {
  const picker = event.target
  if (!(picker instanceof window.HTMLInputElement)) return
  const field = document.getElementById(picker.dataset.fills ?? '')
  const file = picker.files?.[0]
  if (field instanceof window.HTMLInputElement && file) void fill(field, file)
})

/**
 * @param {HTMLInputElement} field
 * @param {File} file
 */
async function fill(field, file) {
  problem.textContent = ''
  try {
    field.value = `${file.name} ${await sha256Of(file)}`
  } catch {
    // Moved meanwhile, or too large for the browser to hold.
    problem.textContent = word('unreadable')
  }
}

/** @param {File} file */
async function sha256Of(file) {
  const bytes = new Uint8Array(await window.crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
