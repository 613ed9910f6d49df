/** One of several things to choose from: what speaks for it, and whether it is a right one. */
export type Alternative = Readonly<{ values: readonly number[]; isRight: boolean }>

/** `counts`: how much this choice counts beside the others. */
export type Choice = Readonly<{ among: readonly Alternative[]; counts: number }>

/** Keeps weights small where few cases would otherwise let them grow without bound (ridge penalty per case). */
const PENALTY = 0.005
/** Found to be enough for the second decimal place. */
const STEPS = 500
const RATE = 0.3
const MOMENTUM = 0.9

/**
 * Weights under which the right alternatives get the largest share of the softmax: gradient descent with momentum on minus its
 * log. The same choices always give the same weights. Every choice needs a right alternative.
 */
export function fitWeights(choices: readonly Choice[]): readonly number[] {
  const scales = scalesOf(choices)
  const rows = choices.map(({ among, counts }) => ({
    counts,
    values: among.map(({ values }) => values.map((value, at) => value / (scales[at] ?? 1))),
    isRight: among.map(({ isRight }) => isRight),
  }))
  const mass = sumOf(choices.map(({ counts }) => counts))
  const weights = scales.map(() => 0)
  const speed = scales.map(() => 0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = scales.map(() => 0)
    for (const row of rows) addSlope(slope, row, weights)
    for (const [at, weight] of weights.entries()) {
      speed[at] = MOMENTUM * (speed[at] ?? 0) - RATE * ((slope[at] ?? 0) / mass + PENALTY * weight)
      weights[at] = weight + speed[at]
    }
  }
  return weights.map((weight, at) => weight / (scales[at] ?? 1))
}

/** Whether the alternative with the highest sum is a right one. */
export function choosesRight({ among }: Pick<Choice, 'among'>, weights: readonly number[]): boolean {
  const sums = among.map(({ values }) => weighed(values, weights))
  return among[sums.indexOf(Math.max(...sums))]?.isRight === true
}

type Row = Readonly<{ values: readonly (readonly number[])[]; isRight: readonly boolean[]; counts: number }>

function addSlope(slope: number[], { values, isRight, counts }: Row, weights: readonly number[]): void {
  const logits = values.map((one) => weighed(one, weights))
  const highest = Math.max(...logits)
  const odds = logits.map((logit) => Math.exp(logit - highest))
  const [all, right] = [sumOf(odds), sumOf(odds.filter((_, at) => isRight[at]))]
  for (const [row, one] of values.entries()) {
    const share = (odds[row] ?? 0) / all - (isRight[row] === true ? (odds[row] ?? 0) / right : 0)
    for (const [at, value] of one.entries()) slope[at] = (slope[at] ?? 0) + counts * share * value
  }
}

/** Each sign's standard deviation, so that the penalty treats them alike; 1 for a sign that never varies. */
function scalesOf(choices: readonly Choice[]): readonly number[] {
  const all = choices.flatMap(({ among }) => among.map(({ values }) => values))
  return (all[0] ?? []).map((_, at) => deviationOf(all.map((values) => values[at] ?? 0)) || 1)
}

function deviationOf(values: readonly number[]): number {
  const mean = sumOf(values) / values.length
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / values.length)
}

/** A loop, as this is nearly all that fitting does. */
function weighed(values: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
