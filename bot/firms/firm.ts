import type { Lang } from '../../corpus/schema.ts'

/** A member's roles. An `operator` of the deployment is none of them: only configuration or the command line makes one. */
export const ROLES = ['staff', 'manager', 'admin', 'supporter'] as const
export type Role = (typeof ROLES)[number]

/** The tenant. `timeZone` is an IANA name. */
export type Firm = Readonly<{ id: string; name: string; lang: Lang; timeZone: string }>

/** A person of a firm, on however many platforms. Who has left keeps their place in the history. */
export type Member = Readonly<{ id: string; name: string; roles: readonly Role[]; lang?: Lang; left: boolean }>

/** Who speaks, as the firm knows them. */
export type Visitor = Readonly<{ firm: Firm; member: Member }>
