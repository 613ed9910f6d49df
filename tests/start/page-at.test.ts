import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageAt } from '../../start/page-at.ts'

const at = pageAt({ publicUrl: 'https://shirube.example', port: 3978 })

it('puts a page at the public address, and on this machine where there is none', () => {
  expect(at('/firm/a?k=1#b')).toBe('https://shirube.example/firm/a?k=1#b')
  expect(pageAt({ publicUrl: undefined, port: 4000 })('/firm/a')).toBe('http://127.0.0.1:4000/firm/a')
})

it.each([
  '//evil.example/a',
  '/\\evil.example/a',
  '\\\\evil.example',
  '@evil.example',
  'https://evil.example',
  '.evil.example',
])('stays on its own host for %s', (path) => {
  expect(new URL(at(path)).host).toBe('shirube.example')
})

it('stays on its own host for any path', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', '@', ':', '.', '?', '#', 'a', '\t', '\n', '。') }),
      (path) => {
        expect(new URL(at(path)).origin).toBe('https://shirube.example')
      },
    ),
  )
})
