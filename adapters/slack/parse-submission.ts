import { decodeAction } from '../../bot/action.ts'
import type { FormValues } from '../../bot/event.ts'
import { EMPTY } from './input.ts'
import { readMetadata } from './modal-metadata.ts'
import { ignored, type Parsed } from './parsed.ts'
import type { InputState, viewSubmission } from './payload.ts'
import { nameOf, seenBy, speakerOf } from './speaker.ts'

export function parseSubmission({ user, team, view }: ReturnType<typeof viewSubmission.parse>): Parsed {
  const metadata = readMetadata(view.private_metadata)
  const action = metadata === undefined ? undefined : decodeAction(metadata.action)
  if (metadata === undefined || action === undefined) return ignored('not a modal of this version')
  const { address, lang, thread } = metadata
  const speaker = speakerOf({
    user: user.id,
    name: nameOf(user),
    home: user.team_id ?? team?.id ?? address.team,
    team: address.team,
    place: seenBy(address.place),
  })
  const id = `slack:${address.team}:${user.id}:${metadata.nonce}:submit:${hashOf(view.state.values)}`
  const values = valuesOf(view.state.values)
  const [input] = Object.keys(view.state.values)
  return {
    kind: 'event',
    event: { id, thread, speaker, kind: 'press', action, values, ...(lang !== undefined && { shownIn: lang }) },
    address: { ...address, user: user.id, modal: true, ...(input !== undefined && { input }) },
  }
}

type State = ReturnType<typeof viewSubmission.parse>['view']['state']['values']

const valuesOf = (state: State): FormValues =>
  Object.fromEntries(
    Object.values(state).flatMap((inputs) => Object.entries(inputs).map(([field, input]) => [field, valueOf(input)])),
  )

const valueOf = ({ value, selected_date, selected_option, selected_options }: InputState): string =>
  value ??
  selected_date ??
  said(selected_option?.value) ??
  selected_options?.map((option) => option.value).join('\n') ??
  ''

const said = (option: string | undefined): string | undefined => (option === EMPTY ? '' : option)

/** Sending a corrected modal again is a new event; sending the same twice is not. FNV-1a, 32 bits. */
function hashOf(state: State): string {
  let hash = 0x811c9dc5
  for (const unit of JSON.stringify(state)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
