/**
 * What is known to exist: ids and how many. The corpus is checked against this, and an id outside it is an invented one.
 * CPSF 1.0 (METI, 18 April 2019): 104 requirements in 20 categories.
 */
export const CPSF_CATEGORIES = {
  AM: { size: 7, en: 'Asset management', ja: '資産の管理' },
  BE: { size: 3, en: 'Business environment', ja: '事業の環境' },
  GV: { size: 4, en: 'Governance', ja: '方針と体制' },
  RA: { size: 6, en: 'Risk assessment', ja: 'リスクの評価' },
  RM: { size: 2, en: 'Risk management strategy', ja: 'リスク管理の方針' },
  SC: { size: 11, en: 'Supply chain', ja: '取引先と委託先' },
  AC: { size: 9, en: 'Identity and access', ja: 'IDとアクセス' },
  AT: { size: 3, en: 'Awareness and training', ja: '教育と訓練' },
  DS: { size: 15, en: 'Data security', ja: 'データの保護' },
  IP: { size: 10, en: 'Protection processes', ja: '保護の手順' },
  MA: { size: 2, en: 'Maintenance', ja: '保守と更新' },
  PT: { size: 3, en: 'Protective technology', ja: '守る技術' },
  AE: { size: 5, en: 'Anomalies and events', ja: '異変への気づき' },
  CM: { size: 7, en: 'Continuous monitoring', ja: '見守り' },
  DP: { size: 4, en: 'Detection processes', ja: '検知の進め方' },
  RP: { size: 4, en: 'Response planning', ja: '対応の計画' },
  CO: { size: 3, en: 'Communications', ja: '伝え方' },
  AN: { size: 3, en: 'Analysis', ja: '調べ方' },
  MI: { size: 1, en: 'Mitigation', ja: '被害を抑える' },
  IM: { size: 2, en: 'Improvements', ja: '改善' },
} as const

/** Every CPSF requirement id, in the framework's order: `CPS.AM-1` … `CPS.IM-2`. */
export const CPSF_IDS: readonly string[] = Object.entries(CPSF_CATEGORIES).flatMap(([category, { size }]) =>
  Array.from({ length: size }, (_, index) => `CPS.${category}-${index + 1}`),
)

/** The 15 requirements whose official English wording was compared with ours. */
export const CPSF_IDS_SEEN: ReadonlySet<string> = new Set(
  [
    'AM-1',
    'GV-1',
    'RA-1',
    'RM-1',
    'SC-1',
    'AC-1',
    'AT-1',
    'DS-1',
    'IP-1',
    'IP-9',
    'MA-1',
    'AE-1',
    'CM-1',
    'DP-1',
    'RP-1',
  ].map((id) => `CPS.${id}`),
)
