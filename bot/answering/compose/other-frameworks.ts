export type OtherFramework = 'scs' | 'ipa' | 'iso' | 'nist'

/** `item`: the first entry is another framework's and the second the one asked about. `none`: there is none to show. */
export type Elsewhere = Readonly<{ kind: 'item' }> | Readonly<{ kind: 'none'; named: readonly OtherFramework[] }>
