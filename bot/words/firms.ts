import type { Lang } from '../../corpus/schema.ts'
import type { Role } from '../firms/firm.ts'

/** What Shirube says about a firm, its people and their rights. */
export interface FirmWords {
  roles: Record<Role, string>
  /** Who can, where the speaker can't. `people` have one of the roles, and may be nobody. */
  refusal: (roles: readonly Role[], people: readonly string[]) => string
  youHaveLeft: string
  enterCode: string
  formerMember: string
  /** Stands for a firm that hasn't said its name. */
  unnamed: string
}

const ja: FirmWords = {
  roles: { staff: 'メンバー', manager: '責任者', admin: '管理担当', supporter: '外部の支援者' },
  refusal: (roles, people) => {
    const who = roles.map((role) => ja.roles[role]).join('か')
    const names = people.length === 0 ? '' : `（${people.join('さん、')}さん）`
    const next = people.length === 0 ? 'まだだれも登録されていません。' : ''
    return `これができるのは、${who}${names}です。${next}`
  },
  youHaveLeft: 'この会社のメンバーから外れているため、会社の内容は見られません。戻るには、責任者に頼んでください。',
  enterCode: 'コードを入力する',
  formerMember: '元メンバー',
  unnamed: '（会社名は未登録）',
}

const en: FirmWords = {
  roles: { staff: 'member', manager: 'manager', admin: 'administrator', supporter: 'outside supporter' },
  refusal: (roles, people) => {
    const who = roles.map((role) => en.roles[role]).join(' or ')
    const names = people.length === 0 ? '' : ` (${people.join(', ')})`
    const next = people.length === 0 ? ' Nobody is one yet.' : ''
    return `Only a ${who}${names} can do that.${next}`
  },
  youHaveLeft:
    'You’re no longer a member of this firm, so what belongs to it isn’t shown. A manager can bring you back.',
  enterCode: 'Enter a code',
  formerMember: 'former member',
  unnamed: '(no name yet)',
}

const WORDS: Readonly<Record<Lang, FirmWords>> = { ja, en }

export const firmWordsIn = (lang: Lang): FirmWords => WORDS[lang]
