import { askBatch, askOnce } from '../adapters/terminal/ask.ts'
import { composeBot } from '../compose.ts'
import { readConfig } from '../config.ts'
import { UNOBSERVED } from '../start/models.ts'
import { UsageError, type Command } from './command.ts'
import { readLang, readLevel, readOptions } from './options.ts'

export const ask: Command = {
  usage: [
    'ask [--lang ja|en] [--level owner|incharge|newcomer] [--json] "QUESTION"',
    'ask --batch [--lang ja|en] [--level …]     reads JSON lines {"id","q","lang"?,"level"?,"thread"?} from standard input',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      lang: { type: 'string' },
      level: { type: 'string' },
      json: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
    })
    const lang = readLang(values.lang)
    const question = positionals.join(' ').trim()
    if (!values.batch && question === '') throw new UsageError('no question given; put it in quotes after ask')
    if (values.batch && question !== '')
      throw new UsageError('--batch reads its questions from standard input; leave the question out')
    const {
      answer: bot,
      corpus,
      settled,
    } = await composeBot(readConfig(process.env), undefined, {
      ...UNOBSERVED,
      warn: terminal.err,
    })
    await settled
    const answering = { bot, corpusVersion: corpus.version, lang, level: readLevel(values.level) }
    if (!values.batch) {
      await terminal.out(await askOnce(question, { ...answering, json: values.json }))
      return 0
    }
    for await (const line of askBatch(terminal.lines(), answering)) await terminal.out(line)
    return 0
  },
}
