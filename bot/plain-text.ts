/** What somebody typed, as rules of words read it: one width, lower case, straight apostrophes. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[’‘]/gu, "'")

const SENTENCE_END = /(?<![\s。.!?])[\s。.!?]+$/gu

/** The same for a whole message, without the marks that end it. */
export const plainMessage = (text: string): string => withoutEnd(plainText(text), SENTENCE_END)

/** `end` matches a whole run of marks, from its first one. */
export const withoutEnd = (plain: string, end: RegExp): string => plain.replaceAll(end, '').trim()
