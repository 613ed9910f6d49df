import { describe, expect, it } from 'vitest'
import { readData } from '../../../adapters/teams/card-data.ts'
import { renderMessage } from '../../../adapters/teams/render.ts'
import type { Block, Field, Reply } from '../../../bot/reply.ts'
import { buttonsOn, cardOn, parts, type Json } from './seen.ts'

const needs = { nonce: 'n'.repeat(16), pageAt: (path: string): string => `https://shirube.example${path}` }
const replyWith = (...blocks: Block[]): Reply => ({ outcome: 'command', lang: 'ja', blocks, confidence: 1 })

describe('a form', () => {
  const fields: readonly Field[] = [
    { id: 'note', kind: 'long_text', label: 'メモ', optional: true, longest: 200, value: '前のメモ' },
    { id: 'due', kind: 'date', label: '期限', optional: false, value: '2027-02-03', problem: '日付を選んでください。' },
    { id: 'link', kind: 'link', label: 'リンク', optional: true, hint: 'https:// で始まるもの' },
    {
      id: 'owner',
      kind: 'choice',
      label: '担当',
      optional: false,
      options: [{ value: '', label: 'だれでもない' }],
      value: '',
    },
    {
      id: 'met',
      kind: 'choices',
      label: 'できていること',
      optional: true,
      options: [
        { value: 'a,b', label: '一' },
        { value: '50%', label: '二' },
        { value: 'c', label: '三' },
      ],
      value: 'a,b\n50%',
    },
  ]
  const submit = { label: '保存', action: { kind: 'save_own_settings' }, tone: 'main' } as const
  const back = { label: '戻る', action: { kind: 'settings' }, tone: 'plain' } as const
  const blocks: readonly Block[] = [
    { kind: 'form', form: { title: '設定', intro: '', fields, submit } },
    { kind: 'buttons', prompt: '', buttons: [back] },
  ]
  const message = renderMessage({ ...replyWith(...blocks), shows: 'settings' }, needs)
  const inputs = parts(cardOn(message)).filter(({ type }) => String(type).startsWith('Input.'))

  it('shows what stands in it and what is wrong with it', () => {
    expect(inputs.map(({ value }) => value)).toEqual(['前のメモ', '2027-02-03', undefined, '%', 'a%2Cb,50%25'])
    expect(inputs.map(({ isRequired }) => isRequired)).toEqual([false, true, false, true, false])
    expect(JSON.stringify(cardOn(message))).toContain('⚠️ 日付を選んでください。')
  })

  it('sends what was filled in, and lets people go back without filling anything in', () => {
    const actions = parts(cardOn(message)).filter(({ type }) => type === 'Action.Execute')
    expect(actions.map((one) => one['associatedInputs'])).toEqual(['auto', 'none'])
    const filled = Object.fromEntries(inputs.map(({ id, value }) => [String(id), value ?? '']))
    const pressed = readData({ ...(actions[0]?.['data'] as Json), ...filled })
    expect(pressed).toMatchObject({ nonce: needs.nonce, shows: 'settings' })
    expect(pressed?.meant).toEqual({
      kind: 'press',
      action: submit.action,
      values: { note: '前のメモ', due: '2027-02-03', link: '', owner: '', met: 'a,b\n50%' },
    })
  })
})

describe('buttons', () => {
  const pressable = (label: string) => ({ label, action: { kind: 'item', item: 'CK-01' }, tone: 'plain' }) as const
  const rendered = (labels: readonly string[]) =>
    renderMessage(replyWith({ kind: 'buttons', prompt: '', buttons: labels.map(pressable) }), needs)

  it('stand in rows of six, and of fewer where they are wide', () => {
    const sets = parts(cardOn(rendered(['一', '二', '三', '四', '五', '六', '七']))).filter(
      ({ type }) => type === 'ActionSet',
    )
    expect(sets.map(({ actions }) => (actions as unknown[]).length)).toEqual([6, 1])
    const wide = parts(cardOn(rendered(['できている', '一部できている', 'まだ', 'わからない', '当てはまらない'])))
    const rows = wide.filter(({ type }) => type === 'ActionSet')
    expect(rows.map(({ actions }) => (actions as unknown[]).length)).toEqual([4, 1])
  })

  it('with long labels have a line each, and show all of them', () => {
    const long = 'まだ：退職した人のアカウントを、最終日のうちに使えなくしていますか'
    const rows = parts(cardOn(rendered([long, '短い']))).filter(({ selectAction }) => selectAction !== undefined)
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows[0]?.['items'])).toContain(long)
  })

  it('are each another press, the same each time they are rendered', () => {
    const press = () => buttonsOn(rendered(['一', '二'])).map(({ data }) => readData(data)?.button)
    expect(press()).toEqual([0, 1])
    expect(press()).toEqual(press())
  })
})
