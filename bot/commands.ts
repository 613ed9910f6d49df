import type { DeskAction } from './action.ts'
import { CHECKLIST_COMMANDS } from './checklist/commands.ts'
import type { Command } from './command.ts'
import { DIGEST_COMMANDS } from './digest/commands.ts'
import { FIRM_COMMANDS } from './firms/commands.ts'
import { OPERATOR_COMMANDS } from './operating/commands.ts'
import { plainMessage } from './plain-text.ts'

/** Typed words that do what a button does. Whole messages only: a question that holds such a word is a question. */
const COMMANDS: readonly Command[] = [...CHECKLIST_COMMANDS, ...DIGEST_COMMANDS, ...FIRM_COMMANDS, ...OPERATOR_COMMANDS]

export function commandIn(text: string): DeskAction | undefined {
  const said = plainMessage(text)
  for (const { words, action } of COMMANDS) {
    const found = words.exec(said)
    if (found !== null) return action(found)
  }
  return undefined
}
