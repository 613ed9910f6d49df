import { ablation } from './ablation.ts'
import { answering } from './answering.ts'
import { digest } from './digest.ts'
import { killing } from './killing.ts'
import { learningCurve } from './learning-curve.ts'
import { retrieval } from './retrieval.ts'
import { scale } from './scale.ts'
import { slack } from './slack.ts'
import { starting } from './starting.ts'
import { store } from './store.ts'
import { teams } from './teams.ts'
import { updating } from './updating.ts'

/** `npm run bench [-- NAME …]`: measures what docs/architecture.md budgets, and prints numbers, not verdicts. */
const BENCHES: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  answering,
  starting,
  ablation,
  retrieval,
  scale,
  slack,
  teams,
  digest,
  store,
  updating,
  killing,
  'learning-curve': learningCurve,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0)
  throw new Error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)

for (const [name, run] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const lines = await run()
  process.stdout.write(`${name}\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}
