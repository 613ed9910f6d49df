import type { Lang } from '../../corpus/schema.ts'
import type { Block } from '../reply.ts'
import { deskWordsIn } from '../words/desk.ts'
import { STATUSES } from './answer.ts'
import type { ItemState } from './state.ts'

/** One item with its buttons. */
export function itemBlocks({ item, status }: ItemState, lang: Lang): readonly Block[] {
  const words = deskWordsIn(lang)
  return [
    { kind: 'heading', text: item.question[lang] },
    { kind: 'facts', facts: [{ label: words.progress, value: words.status[status] }] },
    { kind: 'text', text: item.why[lang] },
    {
      kind: 'buttons',
      prompt: '',
      buttons: STATUSES.map((each) => ({
        label: words.status[each],
        action: { kind: 'answer', item: item.id, status: each },
        tone: each === 'done' ? 'main' : 'plain',
      })),
    },
  ]
}
