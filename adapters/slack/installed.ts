import { createInstaller } from './installer.ts'
import type { Workspaces, WorkspacesNeeds } from './workspaces.ts'

/** One by its token from the settings, or many by their own from the store. */
export function createWorkspaces(needs: WorkspacesNeeds): Workspaces {
  const { tokens } = needs.settings
  if (tokens.kind === 'many') return createInstaller(tokens, needs)
  return {
    tokenOf: () => Promise.resolve(tokens.botToken),
    remove: () => Promise.resolve(),
    routes: new Map(),
  }
}
