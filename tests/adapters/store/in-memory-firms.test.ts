import { createInMemoryFirms } from '../../../adapters/store/in-memory-firms.ts'
import { firmsContract } from '../../contracts/firms.ts'

firmsContract('in memory', () => Promise.resolve({ ...createInMemoryFirms(), close: () => Promise.resolve() }))
