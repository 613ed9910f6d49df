import type { Random } from './random.ts'

const BETA1 = 0.9
const BETA2 = 0.999
const EPSILON = 1e-8

type Shape = Readonly<{ rows: number; columns: number; spread: number; random: Random }>

/**
 * Adam (Kingma, Ba, 2015) that updates only the rows a batch touched, each with its own step count, as tables of
 * thousands of rows of which a batch sees a few hundred ask for.
 */
export class SparseAdam {
  readonly values: Float32Array
  readonly #columns: number
  readonly #gradient: Float32Array
  readonly #mean: Float32Array
  readonly #variance: Float32Array
  readonly #steps: Uint32Array
  readonly #touched = new Set<number>()

  constructor({ rows, columns, spread, random }: Shape) {
    const uniform = (): number => (random() * 2 - 1) * spread * Math.sqrt(3)
    this.values = Float32Array.from({ length: rows * columns }, uniform)
    this.#columns = columns
    this.#gradient = new Float32Array(rows * columns)
    this.#mean = new Float32Array(rows * columns)
    this.#variance = new Float32Array(rows * columns)
    this.#steps = new Uint32Array(rows)
  }

  accumulate(row: number, gradient: Float32Array, factor = 1): void {
    const start = row * this.#columns
    for (let index = 0; index < this.#columns; index += 1) {
      this.#gradient[start + index] = (this.#gradient[start + index] ?? 0) + factor * (gradient[index] ?? 0)
    }
    this.#touched.add(row)
  }

  step(rate: number): void {
    for (const row of this.#touched) this.#stepRow(row, rate)
    this.#touched.clear()
  }

  wasTouched(row: number): boolean {
    return (this.#steps[row] ?? 0) > 0
  }

  #stepRow(row: number, rate: number): void {
    const step = (this.#steps[row] ?? 0) + 1
    this.#steps[row] = step
    const correction1 = 1 - BETA1 ** step
    const correction2 = 1 - BETA2 ** step
    const end = (row + 1) * this.#columns
    for (let at = row * this.#columns; at < end; at += 1) {
      const gradient = this.#gradient[at] ?? 0
      const mean = BETA1 * (this.#mean[at] ?? 0) + (1 - BETA1) * gradient
      const variance = BETA2 * (this.#variance[at] ?? 0) + (1 - BETA2) * gradient * gradient
      this.#mean[at] = mean
      this.#variance[at] = variance
      this.values[at] =
        (this.values[at] ?? 0) - (rate * (mean / correction1)) / (Math.sqrt(variance / correction2) + EPSILON)
      this.#gradient[at] = 0
    }
  }
}
