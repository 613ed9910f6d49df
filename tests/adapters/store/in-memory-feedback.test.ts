import { createInMemoryFeedback } from '../../../adapters/store/in-memory-feedback.ts'
import { feedbackContract } from '../../contracts/feedback.ts'

feedbackContract('in memory', () =>
  Promise.resolve({ feedback: createInMemoryFeedback(), close: () => Promise.resolve() }),
)
