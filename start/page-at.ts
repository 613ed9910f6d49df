import type { Config } from '../config.ts'

/** The address at which people open a page of this server, and never one of another, whatever the path begins with. */
export function pageAt({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): (path: string) => string {
  const { origin } = new URL(publicUrl ?? `http://127.0.0.1:${port}`)
  return (path) => new URL(`${origin}/${path.replace(/^[/\\]+/u, '')}`).href
}
