import type { Lang } from '../../corpus/schema.ts'

const SUGGESTED: Readonly<Record<Lang, readonly string[]>> = {
  ja: [
    '辞めた人のメールはどうすればいい？',
    'バックアップってどのくらいの頻度で取るの？',
    '取引先から図面の扱いを聞かれた',
    'パソコンの更新は、自社と業者のどちらがやる？',
  ],
  en: [
    'Someone quit. What about his mail?',
    'How often should we take backups?',
    'A customer asks how we handle their drawings',
    'Who does the updates, us or the IT vendor?',
  ],
}

/** Questions to press on an empty page; tests see to it that each of them is answered. */
export const suggestedQuestions = (lang: Lang): readonly string[] => SUGGESTED[lang]
