import { describe, expect, it } from 'vitest'
import { bilingual, DOCUMENTS, outside, page } from './entries.ts'
import { mistakesIn } from './planted.ts'

const fix = 'say what was looked at, when, and what was done'
const points = (texts: { en?: string; ja?: string }) =>
  page('start-here', { points: [bilingual(texts.en ?? 'This one is a point.', texts.ja ?? 'これは一つの点です。')] })

const CLAIMS = [
  ['Work through it and you are fully compliant.', 'are fully compliant'],
  ['If you do all of this, your firm is safe.', 'your firm is safe'],
  ["Don't worry, you're secure.", "you're secure"],
  ['Pick a CPSF-certified vendor.', 'CPSF-certified'],
  ['This keeps your data safe, whatever happens.', 'keeps your data safe'],
  ['The report shows that it complies with the framework.', 'complies with the framework'],
] as const

const CLAIMS_JA = [
  ['SECURITY ACTIONの認定を受けます。', 'SECURITY ACTIONの認定'],
  ['まずSECURITY ACTIONを取得します。', 'SECURITY ACTIONを取得'],
  ['この製品はCPSFに準拠しています。', '準拠してい'],
  ['準拠済みなので、心配ありません。', '準拠済み'],
  ['これをやれば安全です。', '安全です'],
  ['国に認定されています。', '認定されてい'],
  ['ISMSの認証を取得しています。', 'ISMSの認証を取得してい'],
] as const

describe('a claim', () => {
  it.each(CLAIMS)('is found in "%s"', async (value, claim) => {
    const wrong = `"${claim}" claims what nobody has certified`
    expect(await mistakesIn({ ...DOCUMENTS, ...points({ en: value }) })).toMatchObject([
      { path: 'guidance/start-here.yaml', at: 'points.0.en', value, wrong, fix },
    ])
  })

  it.each(CLAIMS_JA)('is found in 「%s」', async (value, claim) => {
    const wrong = `"${claim}" claims what nobody has certified`
    expect(await mistakesIn({ ...DOCUMENTS, ...points({ ja: value }) })).toMatchObject([
      { path: 'guidance/start-here.yaml', at: 'points.0.ja', value, wrong, fix },
    ])
  })
})

describe('no claim', () => {
  it.each([
    'Nobody is certified under this list, and no one can be.',
    'A star does not make you safe.',
    'Ask whether the vendor is certified, and by whom.',
    'Let people feel safe to say that they clicked.',
    'Keep the recovery keys in the firm’s safe.',
    'Make sure that the link is safe to open.',
  ])('is found in "%s"', async (en) => {
    expect(await mistakesIn({ ...DOCUMENTS, ...points({ en }) })).toEqual([])
  })

  it.each([
    'SECURITY ACTIONは認定ではありません。',
    '認定個人情報保護団体にも、話を聞いてもらえます。',
    'ISMSの認証を取得しているかどうかを聞きます。',
    'データを取得した日を書きます。',
    '認証済みの機器だけをつなぎます。',
    '電話で確かめるほうが安全です。',
  ])('is found in 「%s」', async (ja) => {
    expect(await mistakesIn({ ...DOCUMENTS, ...points({ ja }) })).toEqual([])
  })

  it('is found in what people ask', async () => {
    const questions = { en: ['so you are certified and we are safe?'], ja: ['うちは準拠済みです？'] }
    expect(await mistakesIn({ ...DOCUMENTS, ...outside('claims', questions) })).toEqual([])
  })
})
