import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/** The token printed at start, and the cookie it is exchanged for. */
export type Key = Readonly<{ token: string; port: () => number }>

/** A name that only resolves to this machine (DNS rebinding) gets nothing. */
export const isLocalHost = (c: Context): boolean => LOCAL.test(hostOf(c))

/** Browsers always say where a POST comes from; whoever doesn't say is not the page. */
export function isFromThePage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  return c.req.header('origin') === `http://${hostOf(c)}` && (site === undefined || site === 'same-origin')
}

export const isSignedIn = (c: Context, key: Key): boolean => matches(getCookie(c, cookieName(key)), key.token)

/** Answers whether the token was right. */
export function signIn(c: Context, key: Key, token: string): boolean {
  if (!matches(token, key.token)) return false
  setCookie(c, cookieName(key), key.token, { httpOnly: true, sameSite: 'Strict', path: '/' })
  return true
}

const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host

/** Cookies know no ports: without the port in its name, two Shirubes on one machine would sign each other out. */
const cookieName = (key: Key): string => `shirube_${key.port()}`

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compared as digests because `timingSafeEqual` wants equal lengths. */
export const matches = (given: string | undefined, token: string): boolean =>
  given !== undefined && timingSafeEqual(digest(given), digest(token))
