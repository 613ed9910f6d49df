/**
 * What a code gives to whoever enters it: the manager's role; one member on a second platform (`link`); the whole workspace
 * joined to the firm, its sender being one member on both; a look at the firm as its supporter.
 */
export const CODE_PURPOSES = ['manager', 'link', 'workspace', 'supporter'] as const
export type CodePurpose = (typeof CODE_PURPOSES)[number]

/** Wrong entries one person may make in `TRIES_MINUTES` before being told to wait. */
export const TRIES = 5
export const TRIES_MINUTES = 15

/** Crockford's 32: without I, L, O and U, which are misread or make words. Eight of them hold 40 bits. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 8

/** As people type it (`abcd efgh`, full width, O for 0) to the one spelling that is hashed. */
export const spelledCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
