import { createInMemoryOperators } from '../../../adapters/store/in-memory-operators.ts'
import { operatorsContract } from '../../contracts/operators.ts'

operatorsContract('in memory', () =>
  Promise.resolve({ operators: createInMemoryOperators(), close: () => Promise.resolve() }),
)
