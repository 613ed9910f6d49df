/**
 * Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front. Excel passes over spaces, line
 * feeds and full-width signs before it decides (OWASP, CSV Injection).
 */
export const harmless = (text: string): string =>
  /^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(text) ? `'${text}` : text
