export type Json = Readonly<Record<string, unknown>>

/** The card of a message, if it has one. */
export function cardOn(message: Json): Json | undefined {
  const [attachment] = (message['attachments'] ?? []) as readonly Readonly<{ content: Json }>[]
  return attachment?.content
}

/** Every object in a message or card, itself included, from the top. */
export function parts(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(parts)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(parts)]
}

/** Every text in Markdown: the message's own, text blocks and facts. */
export const markdownOn = (message: Json): readonly string[] => [
  ...(typeof message['text'] === 'string' ? [message['text']] : []),
  ...parts(cardOn(message)).flatMap(({ type, text, facts }) => {
    if (type === 'TextBlock') return [String(text)]
    return ((facts ?? []) as readonly Json[]).flatMap(({ title, value }) => [String(title), String(value)])
  }),
]

/** Everything that can be pressed on a message's card. */
export const buttonsOn = (message: Json): readonly Readonly<{ title: string; data: unknown }>[] =>
  parts(cardOn(message)).flatMap((part) =>
    part['type'] === 'Action.Execute' ? [{ title: String(part['title']), data: part['data'] }] : [],
  )
