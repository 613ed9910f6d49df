import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { LIMITS } from '../../../adapters/slack/limits.ts'
import { renderModal } from '../../../adapters/slack/modal.ts'
import { renderMessage } from '../../../adapters/slack/render.ts'
import { pieces } from '../../../adapters/slack/text.ts'
import type { Block, Reply } from '../../../bot/reply.ts'
import { cut } from '../../../bot/words/cut.ts'
import { anyForm, anyReply } from '../../fakes/any-reply.ts'

const pageAt = (path: string): string => `https://shirube.example${path}`
const nonce = 'n'.repeat(16)
const address = { team: 'T1', user: 'U1', place: 'direct', channel: 'D1', thread: '1.1' } as const

type Json = Readonly<Record<string, unknown>>
/** Every object in a view or message, itself included. */
function parts(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(parts)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(parts)]
}

const MOST: Readonly<Record<string, number>> = {
  header: LIMITS.header,
  button: LIMITS.button,
  title: LIMITS.modalTitle,
  submit: LIMITS.modalTitle,
  close: LIMITS.modalTitle,
}

/** What Slack would refuse. */
function refusals(whole: unknown): readonly string[] {
  const all = parts(whole)
  const texts = all.filter(({ type }) => type === 'mrkdwn' || type === 'plain_text')
  const ids = all.flatMap(({ action_id }) => (typeof action_id === 'string' ? [action_id] : []))
  const byKind = all.flatMap((part) => tooLong(part))
  return [
    ...texts.flatMap(({ text: said }) => {
      const length = String(said).length
      return length === 0 || length > LIMITS.section ? [`a text of ${length}`] : []
    }),
    ...byKind,
    ...(new Set(ids).size === ids.length ? [] : [`ids more than once: ${ids.join(' ')}`]),
    ...texts.flatMap(({ type, text: said }) => (type === 'mrkdwn' ? formed(String(said)) : [])),
  ]
}

function tooLong(part: Json): readonly string[] {
  const { type, elements, options, value } = part
  const own = {
    ...(MOST[String(type)] !== undefined && { [String(type)]: part['text'] }),
    ...(type === 'modal' && part),
  }
  const long = Object.entries(own).flatMap(([name, said]) => {
    const most = MOST[name]
    const length = lengthOf(said)
    return most !== undefined && length > most ? [`${name} of ${length}`] : []
  })
  return [
    ...long,
    ...(type === 'actions' && (elements as unknown[]).length > LIMITS.buttonsInARow ? ['too many buttons'] : []),
    ...(Array.isArray(options) && (options.length === 0 || options.length > LIMITS.options) ? ['options'] : []),
    ...(type === 'button' && String(value).length > LIMITS.buttonValue ? ['a button’s value'] : []),
  ]
}

const lengthOf = (said: unknown): number => {
  const inner = (said as Json | undefined)?.['text']
  return typeof inner === 'string' ? inner.length : 0
}

/** Anything in angle brackets that is not a link to a page or a source. */
const formed = (said: string): readonly string[] =>
  [...said.matchAll(/<([^>]*)/gu)].flatMap(([, inside = '']) =>
    /^https?:\/?\/?[^|\s]*\|[^|]*$/u.test(inside) ? [] : [inside],
  )

it('makes of any reply a message that Slack takes, in which no text forms a mention or a link', () => {
  fc.assert(
    fc.property(anyReply, (any) => {
      const message = renderMessage(any, { nonce, pageAt, opens: { kind: 'view', view: 'home' } })
      expect(refusals(message.blocks)).toEqual([])
      expect(message.blocks.length).toBeLessThanOrEqual(LIMITS.blocks)
      expect(message.text.length).toBeGreaterThan(0)
      expect(message.text.length).toBeLessThanOrEqual(LIMITS.fallback)
      expect(formed(message.text)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

it('makes of any form a modal that Slack takes', () => {
  fc.assert(
    fc.property(anyReply, anyForm, (any, asked) => {
      const blocksWithForm = [
        ...any.blocks.filter(({ kind }) => kind !== 'form'),
        { kind: 'form', form: asked },
      ] as Block[]
      const modal = renderModal({ ...any, blocks: blocksWithForm }, { nonce, thread: 't', address, pageAt })
      expect(refusals({ ...modal, blocks: modal.blocks.map(withoutFieldIds) })).toEqual([])
      const blockIds = modal.blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]))
      expect(new Set(blockIds).size).toBe(blockIds.length)
      expect(modal.blocks.length).toBeLessThanOrEqual(LIMITS.modalBlocks)
      expect(modal.private_metadata?.length).toBeLessThanOrEqual(LIMITS.metadata)
      expect(JSON.stringify(modal)).not.toContain('context_actions')
    }),
    { numRuns: 100 },
  )
})

/** Two fields may have one name: Slack tells them apart by their block. */
const withoutFieldIds = (block: object): object => ('element' in block ? { ...block, element: {} } : block)

it('cuts between graphemes, and loses none when a text goes into several pieces', () => {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })
  const graphemes = (whole: string) => [...segmenter.segment(whole)].map(({ segment }) => segment)
  const said = fc.array(fc.constantFrom('が'.normalize('NFD'), '👨‍👩‍👧‍👦', '漢', '&amp;', 'a'), {
    minLength: 1,
    maxLength: 400,
  })
  fc.assert(
    fc.property(said, fc.integer({ min: 20, max: 200 }), (letters, most) => {
      const whole = letters.join('')
      const parted = pieces(whole, most)
      expect(parted.join('')).toBe(whole)
      for (const piece of parted) expect(piece.length).toBeLessThanOrEqual(most)
      expect(parted.flatMap(graphemes)).toEqual(graphemes(whole))
      expect(parted.join('\n')).not.toMatch(/&(?:amp?)?\n/u)
      const kept = graphemes(cut(whole, most).replace(/…$/u, ''))
      expect(graphemes(whole).slice(0, kept.length)).toEqual(kept)
    }),
  )
})

it('shows options in full above a field where Slack would cut one short, and nothing where they fit', () => {
  const long =
    '退職した人や異動した人のアカウントを、その日のうちに止めるか消すかしていて、だれがいつ止めたかを記録に残し、月に1回、止め忘れがないかを責任者が確かめている。'
  const fieldsOf = (labels: readonly string[]) => {
    const options = labels.map((label, n) => ({ value: `c${n}`, label }))
    const field = { id: 'met', kind: 'choices', label: 'できているもの', options, optional: true, value: 'c1' } as const
    const submit = { label: '送る', action: { kind: 'view', view: 'home' }, tone: 'main' } as const
    const form = { title: '一部できている', intro: '', fields: [field], submit }
    const reply: Reply = { outcome: 'command', lang: 'ja', blocks: [{ kind: 'form', form }], confidence: 1 }
    const needs = {
      nonce: 'n',
      thread: 't',
      address: { team: 'T1', user: 'U1', place: 'direct' as const },
      pageAt: String,
    }
    return renderModal(reply, needs).blocks
  }
  expect(fieldsOf(['短い', `${long}1`])).toMatchObject([
    { type: 'section', text: { text: `1. 短い\n2. ${long}1` } },
    {
      type: 'input',
      element: {
        options: [{ text: { text: '1. 短い' } }, { text: { text: `2. ${long.slice(0, 71)}…` } }],
        initial_options: [{ value: 'c1' }],
      },
    },
  ])
  expect(fieldsOf(['短い', 'これも短い'])).toMatchObject([
    { type: 'input', element: { options: [{ text: { text: '短い' } }, { text: { text: 'これも短い' } }] } },
  ])
})

it('offers every option of a list that is longer than Slack takes, in groups, with the one that was chosen chosen', () => {
  const options = Array.from({ length: 230 }, (_, n) => ({ value: `m${n}`, label: `社員 ${n}` }))
  const field = { id: 'owner', kind: 'choice', label: '担当', options, optional: true, value: 'm205' } as const
  const form = {
    title: '項目',
    intro: '',
    fields: [field],
    submit: { label: '送る', action: { kind: 'view', view: 'home' }, tone: 'main' },
  } as const
  const reply: Reply = { outcome: 'command', lang: 'ja', blocks: [{ kind: 'form', form }], confidence: 1 }
  const view = renderModal(reply, { nonce, thread: 't', address, pageAt })
  const [select] = parts(view).filter(({ type }) => type === 'static_select')
  const groups = select?.['option_groups'] as readonly { label: { text: string }; options: { value: string }[] }[]
  expect(groups.map(({ label }) => label.text)).toEqual(['1–100', '101–200', '201–230'])
  expect(groups.flatMap((group) => group.options.map(({ value }) => value))).toEqual(options.map(({ value }) => value))
  expect(select).toMatchObject({ initial_option: { value: 'm205' } })
  expect(refusals(view)).toEqual([])
})
