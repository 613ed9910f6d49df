/** Something wrong in a corpus file: where, which value, and what to do about it. */
export type Problem = Readonly<{ path: string; at: string; value: string; wrong: string; fix: string }>

const MAX_SHOWN = 80

export function formatProblem({ path, at, value, wrong, fix }: Problem): string {
  const shown = value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value
  return `${path}${at === '' ? '' : ` › ${at}`}: ${wrong}${shown === '' ? '' : ` («${shown}»)`}; ${fix}`
}
