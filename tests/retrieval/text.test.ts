import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../retrieval/text/normalise.ts'
import { tokenise } from '../../retrieval/text/tokenise.ts'

describe('search sees one spelling for', () => {
  it.each([
    ['width', ['ＶＰＮ', 'VPN', 'vpn', 'Ｖｐｎ']],
    ['half-width kana', ['ﾊﾟｽﾜｰﾄﾞ', 'パスワード', 'ぱすわーど']],
    ['the long mark at a word’s end', ['サーバー', 'サーバ', 'ｻｰﾊﾞｰ', 'さーばー']],
    ['the long mark before another word', ['サーバー室', 'サーバ室']],
    ['the long mark after Latin letters', ['USBメモリー', 'ＵＳＢメモリ', 'usbﾒﾓﾘ']],
    ['small vowels', ['ウィルス', 'ウイルス', 'ｳｨﾙｽ', 'うぃるす']],
    ['small vowels within', ['ファイル', 'フアイル']],
    ['stars', ['★3', '☆３', '★ 3', '3つ星', '三つ星', 'three-star', 'Three stars', '3 stars']],
    ['dashes', ['Wi‑Fi', 'Wi-Fi', 'wi–fi', 'ＷＩ－ＦＩ', 'Wi−Fi']],
    ['apostrophes', ['vendor’s', "vendor's", 'vendor‘s', 'vendor`s']],
    ['blanks', ['a  b', 'a\u3000b', ' a\n\tb ']],
    ['characters made of several', ['が', 'か\u3099', 'ｶﾞ']],
    ['signs for several characters', ['㈱', '（株）', '(株)']],
  ])('%s', (_, spellings) => {
    expect(new Set(spellings.map(normalise)).size).toBe(1)
  })

  it('any word in katakana and in hiragana', () => {
    const kana = fc.integer({ min: 0x30a1, max: 0x30f4 }).map((code) => String.fromCodePoint(code))
    const word = fc.array(fc.oneof(kana, kana, kana, fc.constant('ー')), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(word, (letters) => {
        const katakana = letters.join('').replaceAll(/ー+/gu, 'ー')
        const hiragana = katakana.replaceAll(/[\u30a1-\u30f4]/gu, (one) =>
          String.fromCodePoint((one.codePointAt(0) ?? 0) - 0x60),
        )
        expect(normalise(katakana)).toBe(normalise(hiragana))
      }),
    )
  })
})

describe('search tells apart', () => {
  it.each([
    ['the long mark within a word', ['ビル', 'ビール']],
    ['the long mark in a word of two kana', ['キー', 'キ']],
    ['how many stars', ['★3', '★4']],
    ['voiced kana', ['ハス', 'バス', 'パス']],
  ])('%s', (_, words) => {
    expect(new Set(words.map(normalise)).size).toBe(words.length)
  })
})

const terms = (text: string): readonly string[] => tokenise(text).map(({ term }) => term)

describe('the tokens', () => {
  it.each([
    ['are stemmed English words without those that say nothing', 'What are the backups for?', ['backup']],
    ['meet in their stem', 'updating updates updated', ['updat', 'updat', 'updat']],
    ['hold a joined word whole and in its parts', 'two-factor', ['twofactor', 'two', 'factor']],
    ['keep numbers', 'ISO 27001', ['iso', '27001']],
    ['are pairs of neighbouring Japanese characters', '鍵穴', ['鍵穴']],
    ['hold a longer run of kanji whole beside its pairs', '退職者', ['退職', '職者', '退職者']],
    [
      'hold a longer run of katakana whole beside its pairs',
      'クラウドを',
      ['くら', 'らう', 'うど', 'どを', 'くらうど'],
    ],
    ['pair kanji over okurigana', '取り扱い', ['取り', 'り扱', '扱い', '取扱']],
    ['do not pair kanji over a particle', '鍵の扉', ['鍵の', 'の扉']],
    ['do not hold hiragana whole', 'どうする', ['どう', 'うす', 'する']],
    ['are the character itself where there is one alone', '鍵', ['鍵']],
    ['pass over what stands between runs', '鍵、扉', ['鍵', '扉']],
    ['do not pair across a change of script', 'USBの鍵', ['usb', 'の鍵']],
    ['are none where nothing is said', ' …!?★ 🎉 ', []],
  ])('%s', (_, text, tokens) => {
    expect(terms(text)).toEqual(tokens)
  })

  it.each([
    ['two-factor', 'two factor'],
    ['e-mail', 'email'],
    ['sign-in', 'sign in'],
    ['back-up', 'backup'],
    ['Wi-Fi', 'wifi'],
    ['取り扱い', '取扱'],
    ['引継ぎ', '引き継ぎ'],
  ])('of %s and of %s have one in common', (one, other) => {
    expect(terms(one).filter((term) => terms(other).includes(term))).not.toEqual([])
  })

  it('count less in hiragana, which is mostly grammar, than in katakana', () => {
    const weightOf = (text: string): readonly number[] => tokenise(text).map(({ weight }) => weight)
    expect(weightOf('です')).toEqual([0.3])
    expect(weightOf('デス')).toEqual([1])
  })

  it('are the same for every spelling of a text', () => {
    expect(tokenise('ｻｰﾊﾞｰのＩＤ')).toEqual(tokenise('サーバのid'))
  })
})
