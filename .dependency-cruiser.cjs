/** The arrows of docs/architecture.md: who may import whom, type imports included. */
const own = (paths) => `^(${paths.join('|')})`

/** Each outside package has one door. */
const door = (name, packages, folder) => ({
  name: `door-${name}`,
  comment: `Only ${folder} may import ${packages}.`,
  severity: 'error',
  from: { pathNot: [`^${folder}`, '^tests/', '^bench/'] },
  to: { path: `node_modules/(${packages})(/|$)` },
})

const arrow = (name, from, allowed) => ({
  name: `arrow-${name}`,
  comment: `${from} may import only ${allowed.join(', ')} of this project.`,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: [own(allowed), 'node_modules', '^node:', '^[a-z_/]+$'],
    dependencyTypesNot: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'],
  },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.config\\.(js|ts)$', '^\\.', 'tests/', 'bench/', 'adapters/web/public/'] },
      to: {},
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/' },
      to: { path: '^(tests|bench)/' },
    },
    arrow('bot', '^bot/', ['bot/', 'corpus/schema\\.ts', 'corpus/claims\\.ts', 'corpus/frameworks\\.ts']),
    arrow('corpus', '^corpus/', ['corpus/']),
    arrow('retrieval', '^retrieval/', [
      'retrieval/',
      'bot/ports\\.ts',
      'corpus/schema\\.ts',
      'corpus/load\\.ts',
      'corpus/files\\.ts',
    ]),
    ...['slack', 'teams', 'web', 'store', 'queue', 'model', 'terminal', 'export'].map((name) =>
      arrow(`adapter-${name}`, `^adapters/${name}/`, [
        `adapters/${name}/`,
        'bot/(event|reply|ports|action|aside-actions|commands|feedback|retention|set-aside|question-length)\\.ts',
        'bot/delivery/',
        'bot/digest/ledger\\.ts',
        'bot/firms/(firm|profile|codes)\\.ts',
        'bot/firms/(paper|export)/',
        'bot/firms/pages\\.ts',
        'bot/checklist/log\\.ts',
        'bot/words/',
        'bot/writing/ports\\.ts',
        'corpus/schema\\.ts',
      ]),
    ),
    arrow('evals', '^evals/', ['evals/', 'compose\\.ts', 'config\\.ts', 'bot/', 'retrieval/', 'corpus/']),
    arrow('commands', '^commands/', [
      'commands/',
      'compose\\.ts',
      'config\\.ts',
      'start/(models|open-store|describe-error)\\.ts',
      'adapters/(terminal|model)/',
      'adapters/(slack|teams)/check\\.ts',
      'adapters/teams/authentication\\.ts',
      'adapters/teams/package/package\\.ts',
      'adapters/store/operator/(operator|letter-answers|messages)\\.ts',
      'bot/digest/by-hand\\.ts',
      'bot/firms/export/firm-json\\.ts',
      'bot/firms/paper/page\\.ts',
      'evals/',
      'retrieval/',
      'corpus/',
    ]),
    arrow('open-store', '^start/open-store\\.ts', ['adapters/store/', 'bot/firms/export/', 'config\\.ts']),
    arrow('start', '^start/', ['start/', 'config\\.ts', 'adapters/', 'bot/', 'retrieval/', 'corpus/']),
    arrow('compose', '^(compose|start/models)\\.ts', [
      'config\\.ts',
      'start/(models|describe-error)\\.ts',
      'adapters/',
      'bot/',
      'retrieval/',
      'corpus/',
    ]),
    arrow('config', '^config\\.ts', ['adapters/[^/]+/settings\\.ts', 'corpus/schema\\.ts']),
    {
      name: 'bot-is-pure',
      comment: 'The core knows no network, disk, clock or package but zod.',
      severity: 'error',
      from: { path: '^bot/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-optional'], pathNot: 'node_modules/zod/' },
    },
    door('slack', '@slack/[^/]+', 'adapters/slack/'),
    door('teams', 'botbuilder[^/]*|botframework-[^/]+|fflate', 'adapters/teams/'),
    door('web', 'hono|@hono/[^/]+', 'adapters/web/'),
    door('store', 'pg|@electric-sql/[^/]+|kysely', 'adapters/store/'),
    door('queue', 'pg-boss', 'adapters/queue/'),
    door('model', 'langchain|@langchain/[^/]+', 'adapters/model/'),
    door('export', 'write-excel-file', 'adapters/export/'),
    door('hnsw', 'hnswlib-node', 'retrieval/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
