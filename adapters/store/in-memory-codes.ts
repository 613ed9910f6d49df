import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { Speaker } from '../../bot/event.ts'
import { CODE_ALPHABET, CODE_LENGTH, spelledCode, TRIES, TRIES_MINUTES } from '../../bot/firms/codes.ts'
import type { Member, Visitor } from '../../bot/firms/firm.ts'
import type { CodeEntered, CodeOutcome, CodeRefusal, Codes, CodeWanted } from '../../bot/ports.ts'
import { join, keptIn, putMember, visitorsOf, type Memory } from './memory.ts'

const MINUTE_MS = 60_000

type KeptCode = CodeWanted & Readonly<{ hash: string; used: boolean }>

/** `forget` removes a firm's codes and answers how many there were. */
export function createInMemoryCodes(memory: Memory): Codes & Readonly<{ forget: (firm: string) => number }> {
  const codes = new Map<string, KeptCode>()
  const tries = new Map<string, readonly number[]>()
  const recentTries = ({ speaker, at }: CodeEntered): readonly number[] =>
    (tries.get(speaker.person) ?? []).filter((tried) => tried > at.getTime() - TRIES_MINUTES * MINUTE_MS)

  function judge(entered: CodeEntered): KeptCode | CodeRefusal {
    if (recentTries(entered).length >= TRIES) return 'too_many'
    const code = codes.get(hashOf(spelledCode(entered.code)))
    if (code !== undefined) return refusalOf(code, entered, memory) ?? code
    tries.set(entered.speaker.person, [...recentTries(entered), entered.at.getTime()])
    return 'unknown'
  }

  return {
    issue: async (wanted) => {
      for (const [hash, code] of codes) if (!code.used && isFor(code, wanted)) codes.delete(hash)
      const code = randomCode()
      const hash = hashOf(code)
      codes.set(hash, { ...wanted, hash, used: false })
      return Promise.resolve(`${code.slice(0, 4)}-${code.slice(4)}`)
    },
    redeem: async (entered) => {
      const code = judge(entered)
      if (typeof code === 'string') return Promise.resolve({ kind: 'refused', because: code })
      codes.set(code.hash, { ...code, used: true })
      return Promise.resolve(grant(memory, code, entered.speaker))
    },
    forget: (firm) => {
      const theirs = [...codes.values()].filter((code) => code.firm === firm)
      for (const { hash } of theirs) codes.delete(hash)
      return theirs.length
    },
  }
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

const randomCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')

const isFor = (code: CodeWanted, wanted: CodeWanted): boolean =>
  code.purpose === wanted.purpose && code.firm === wanted.firm && code.member === wanted.member

function refusalOf(code: KeptCode, { speaker, at }: CodeEntered, memory: Memory): CodeRefusal | undefined {
  if (code.used) return 'used'
  if (at.getTime() >= code.at.getTime() + code.minutes * MINUTE_MS) return 'expired'
  const isInside = memory.workspaces.get(speaker.workspace) === code.firm
  switch (code.purpose) {
    case 'manager':
    case 'link':
      return isInside ? undefined : 'other_firm'
    case 'supporter':
      return isInside ? 'own_firm' : undefined
    case 'workspace':
      return isInside || isBlank(memory, speaker.workspace) ? undefined : 'in_use'
  }
}

/** Whether the workspace's firm can be left behind: nothing was written in it, and nobody manages it. */
function isBlank(memory: Memory, workspace: string): boolean {
  const id = memory.workspaces.get(workspace)
  if (id === undefined) return true
  const { log, members } = keptIn(memory, id)
  return log.length === 0 && !members.some(({ roles }) => roles.includes('manager'))
}

function grant(memory: Memory, code: KeptCode, speaker: Speaker): CodeOutcome {
  const member = granted(memory, code, speaker)
  return { kind: 'granted', purpose: code.purpose, visitor: { firm: keptIn(memory, code.firm).firm, member } }
}

function granted(memory: Memory, code: KeptCode, speaker: Speaker): Member {
  const here = visitorsOf(memory, speaker.person).find(({ firm }) => firm.id === code.firm)
  switch (code.purpose) {
    case 'manager':
      return withRoles(memory, hereOr(here, code), ['manager'])
    case 'workspace':
      moveWorkspace(memory, speaker.workspace, code.firm)
      return link(memory, code, speaker)
    case 'link':
      return link(memory, code, speaker)
    case 'supporter': {
      if (here !== undefined) return letInAgain(memory, here)
      const member: Member = { id: randomUUID(), name: speaker.name, roles: ['supporter'], left: false }
      join(memory, code.firm, { person: speaker.person, member })
      return member
    }
  }
}

function hereOr(here: Visitor | undefined, code: KeptCode): Visitor {
  if (here === undefined)
    throw new Error(`Whoever enters a code of firm ${code.firm} must have been welcomed there first`)
  return here
}

function withRoles(memory: Memory, { firm, member }: Visitor, more: Member['roles']): Member {
  const after: Member = { ...member, roles: [...new Set([...member.roles, ...more])] }
  putMember(memory, firm.id, after)
  return after
}

function letInAgain(memory: Memory, { firm, member }: Visitor): Member {
  const after: Member = { ...member, roles: ['supporter'], left: false }
  putMember(memory, firm.id, after)
  return after
}

function moveWorkspace(memory: Memory, workspace: string, firm: string): void {
  const old = memory.workspaces.get(workspace)
  memory.workspaces.set(workspace, firm)
  if (old === undefined || old === firm) return
  memory.accounts = memory.accounts.filter((account) => account.firm !== old)
  if (![...memory.workspaces.values()].includes(old)) memory.firms.delete(old)
}

/** From now on the speaker's account is the member for whom the code was made. */
function link(memory: Memory, { firm, member: id }: KeptCode, { person }: Speaker): Member {
  const member = keptIn(memory, firm).members.find((one) => one.id === id)
  if (member === undefined) throw new Error(`The code of firm ${firm} was made for nobody`)
  const here = visitorsOf(memory, person).find((one) => one.firm.id === firm)?.member
  if (here?.id === member.id) return member
  memory.accounts = memory.accounts.filter((account) => account.person !== person || account.firm !== firm)
  memory.accounts = [...memory.accounts, { person, firm, member: member.id }]
  if (here === undefined) return member
  putMember(memory, firm, { ...here, roles: [], is: member.id })
  return withRoles(memory, { firm: keptIn(memory, firm).firm, member }, here.roles)
}
