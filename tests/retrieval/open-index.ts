/** Opens the index of the small collection in the folder it is given, and prints how it went and what it answers. */
import { openIndex } from '../../retrieval/index/cache.ts'
import { answersOf, smallSource } from './small.ts'

const [folder = ''] = process.argv.slice(2)
const source = await smallSource(folder)
const { index, cached } = await openIndex(source)
const answers = await answersOf(index, source.embedder)
process.stdout.write(`${JSON.stringify({ cached, kind: index.nearest.kind, answers })}\n`)
