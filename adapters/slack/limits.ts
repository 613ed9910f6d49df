/** docs.slack.dev/reference/block-kit, November 2026; lengths in UTF-16 units. */
export const LIMITS = {
  blocks: 50,
  modalBlocks: 100,
  section: 3_000,
  header: 150,
  button: 75,
  buttonsInARow: 25,
  options: 100,
  optionText: 75,
  optionValue: 150,
  modalTitle: 24,
  label: 2_000,
  hint: 2_000,
  input: 3_000,
  fallback: 3_000,
} as const
