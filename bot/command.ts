import type { DeskAction } from './action.ts'

/**
 * Typed words that open something; `found` is what the expression caught. Nothing is written by typing: a person presses for that.
 * The words are in small letters and half width, without what ends a sentence.
 */
export type Command = Readonly<{ words: RegExp; action: (found: RegExpExecArray) => DeskAction }>
