import { randomUUID } from 'node:crypto'
import type { Speaker } from '../../bot/event.ts'
import type { Firm, Member, Visitor } from '../../bot/firms/firm.ts'
import type { Codes, Erased, FindReader, FirmRoom, Firms } from '../../bot/ports.ts'
import { createInMemoryCodes } from './in-memory-codes.ts'
import { join, keptIn, putMember, visitorsOf, type Kept, type Memory } from './memory.ts'

/** Firms in this process, for commands that open no store and for tests; forgotten when it ends. */
export function createInMemoryFirms(): Readonly<{ firms: Firms; findReader: FindReader; codes: Codes }> {
  const memory: Memory = { firms: new Map(), workspaces: new Map(), accounts: [] }
  const codes = createInMemoryCodes(memory)
  const firms: Firms = {
    welcome: (speaker) => Promise.resolve(speaker.standing === 'guest' ? undefined : welcome(memory, speaker)),
    supportedBy: ({ person, standing }) =>
      Promise.resolve(standing === 'guest' ? [] : visitorsOf(memory, person).filter(isSupporter)),
    find: (firm) => Promise.resolve(memory.firms.get(firm)?.firm),
    room: (firm) => roomOf(memory, firm),
    restore: (whole) => {
      if (memory.firms.has(whole.firm.id))
        return Promise.reject(new Error(`The firm ${whole.firm.id} is there already`))
      memory.firms.set(whole.firm.id, { ...whole })
      return Promise.resolve()
    },
    erase: (firm) => Promise.resolve(erase(memory, firm, codes.forget(firm))),
  }
  const findReader: FindReader = (speaker) => Promise.resolve(readerOf(memory, speaker))
  return { firms, findReader, codes }
}

function readerOf(memory: Memory, { workspace, person, standing }: Speaker): Member | undefined {
  const home = memory.workspaces.get(workspace)
  const here = visitorsOf(memory, person).find(({ firm }) => firm.id === home)
  return standing === 'guest' || here?.member.left !== false ? undefined : here.member
}

function welcome(memory: Memory, speaker: Speaker): Visitor {
  const id = memory.workspaces.get(speaker.workspace) ?? found(memory, speaker.workspace)
  const known = visitorsOf(memory, speaker.person).find(({ firm }) => firm.id === id)
  if (known !== undefined) return known
  const roles = speaker.standing === 'owner' ? (['manager'] as const) : (['staff'] as const)
  const member: Member = { id: randomUUID(), name: speaker.name, roles, left: false }
  join(memory, id, { person: speaker.person, member })
  return { firm: keptIn(memory, id).firm, member }
}

/** Founds the firm of a workspace met for the first time. */
function found(memory: Memory, workspace: string): string {
  const id = randomUUID()
  const firm: Firm = { id, name: '', lang: 'ja', timeZone: 'Asia/Tokyo', profile: {}, settings: {} }
  memory.firms.set(id, { firm, log: [], members: [] })
  memory.workspaces.set(workspace, id)
  return id
}

const isSupporter = ({ member }: Visitor): boolean => member.roles.includes('supporter') && !member.left

function roomOf(memory: Memory, id: string): FirmRoom {
  const kept = (): Kept => keptIn(memory, id)
  return {
    log: async () => Promise.resolve(kept().log),
    members: async () => Promise.resolve(kept().members),
    append: async ({ event, by, at, done }) => {
      const { log } = kept()
      const entries = done.map((one, n) => ({ seq: log.length + n + 1, at: at.toISOString(), by, event, done: one }))
      if (!log.some((entry) => entry.event === event)) kept().log = [...log, ...entries]
      return Promise.resolve(kept().log.filter((entry) => entry.event === event))
    },
    changeFirm: async (change) => {
      const firm = { ...change(kept().firm), id }
      kept().firm = firm
      return Promise.resolve(firm)
    },
    changeMember: async (member, change) => {
      const before = kept().members.find((one) => one.id === member)
      if (before === undefined) return Promise.resolve(undefined)
      const after = { ...change(before), id: member }
      putMember(memory, id, after)
      return Promise.resolve(after)
    },
  }
}

function erase(memory: Memory, id: string, codes: number): Erased {
  const { members, log } = keptIn(memory, id)
  memory.firms.delete(id)
  memory.accounts = memory.accounts.filter(({ firm }) => firm !== id)
  for (const [workspace, firm] of memory.workspaces) if (firm === id) memory.workspaces.delete(workspace)
  return { members: members.length, entries: log.length, codes, turns: 0 }
}
