/**
 * What a person sees of a reply, whatever it is seen on. `said`: all texts in their order, without blanks and signs that make
 * a list a list. `fields`: what can be filled in, each with what helps and what there is to choose. `sources`: marks and ids.
 */
export type Seen = Readonly<{
  said: string
  buttons: readonly string[]
  fields: readonly Field[]
  sources: readonly string[]
  links: readonly string[]
}>
export type Field = Readonly<{ label: string; help: string; options: readonly string[] }>

/** One platform, and one person on it. Every method answers what the person sees of it. */
export type Way = Readonly<{
  say(text: string): Promise<Seen>
  /** Says something more about what was answered last. */
  follow(text: string): Promise<Seen>
  press(name: RegExp): Promise<Seen>
  /** Fills the form that was shown last, by its fields' names, and sends it. */
  send(values: Readonly<Record<string, string>>): Promise<Seen>
}>

/**
 * Without blanks and what marks the items of a list, and with one name for whoever does it, who is a manager whether the
 * platform also makes them staff (Slack, Teams) or not (the web).
 */
export const compact = (text: string): string =>
  text
    .replaceAll(/^(?:\d+\.|•|-) /gmu, '')
    .replaceAll(/社員U\d|オーナー Owner/gu, '花')
    .replaceAll('メンバー・責任者', '責任者')
    .replaceAll('member, manager', 'manager')
    .replaceAll(/\s/gu, '')

/** As much of a label as every platform shows: Slack cuts what is longer. */
export const begin = (label: string): string => compact(label.replace(/^\d+\. /u, '').replace(/…$/u, '')).slice(0, 50)
