// Who may import whom: ARCHITECTURE.md in a form that fails the build. tools/imports.spec.ts proves that each rule bites.

const tests = '[.](e2e-)?spec[.]ts$|/testing/|^apps/server/test/';
const server = '^apps/server/src/';
const gen = '/src/gen/';

/** One forbidden edge. `except` and `toExcept` are the files it does not hold for; tests may reach anywhere. */
const forbid = (name, comment, { from, except = [], to, toExcept, typesAllowed }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [tests, ...except] },
  to: {
    path: to,
    ...(toExcept && { pathNot: toExcept }),
    ...(typesAllowed && { dependencyTypesNot: ['type-only'] }),
  },
});

/** A workspace sees only the workspaces named here: as code, or as types alone. */
const mayImport = (workspace, { code = [], types = [] }) => {
  const [, self] = workspace.split('/');
  const from = `^${workspace}/`;
  const others = (seen) => `^(packages|apps)/(?!(${[self, ...seen].join('|')})/)`;
  return [
    forbid(`${self}-imports`, `${workspace} does not know that workspace.`, { from, to: others([...code, ...types]) }),
    forbid(`${self}-types`, 'Only the types of that package may be used here.', {
      from,
      to: others(code),
      typesAllowed: true,
    }),
  ];
};

const workspaces = [
  ...mayImport('packages/client', {}),
  ...mayImport('packages/text', {}),
  ...mayImport('packages/dto', { types: ['client'] }),
  ...mayImport('packages/llm', { code: ['text'], types: ['client'] }),
  ...mayImport('apps/server', { code: ['dto', 'llm', 'text'], types: ['client'] }),
  ...mayImport('apps/demo', { code: ['client'] }),
  ...mayImport('apps/migrate', { code: ['client'] }),
  forbid('tools-are-not-imported', 'Only specs and other tools use tools.', {
    from: '^(packages|apps)/',
    to: '^tools/',
  }),
  forbid('tools-import-no-workspace', 'A tool starts a workspace or writes into it; it imports none.', {
    from: '^tools/',
    to: '^(packages|apps)/',
  }),
  forbid('packages-by-their-index', 'A package is imported by its name; its inside, gen/ too, is its own.', {
    from: '^([^/]+/[^/]+)/',
    to: '^packages/[^/]+/src/(?!index[.]ts$)',
    toExcept: '^$1/',
  }),
];

const rooms = [
  forbid(
    'only-app-module-lists-rooms',
    'main → app.module → rooms; booting needs http/ and database/, config.ts its settings/.',
    {
      from: `${server}[^/]+[.]ts$`,
      except: [`${server}app[.]module[.]ts$`],
      to: `${server}(?!http/|database/|settings/)[^/]+/`,
    },
  ),
  forbid('rooms-look-up-only-for-config', 'main → app.module → rooms; a room looks up for Config and the log alone.', {
    from: `${server}[^/]+/`,
    to: `${server}[^/]+[.]ts$`,
    toExcept: `${server}(config|logging)[.]ts$`,
  }),
  forbid('http-imports-no-room', 'http/ is what the rooms share; it knows none of them.', {
    from: `${server}http/`,
    to: `${server}(?!http/)[^/]+/`,
  }),
  forbid('database-imports-no-room', 'database/ knows which Postgres, never what the tables mean.', {
    from: `${server}database/`,
    to: `${server}(?!database/)[^/]+/`,
  }),
  forbid('lower-rooms-import-no-feature', 'feature → {retrieval, thinking, retention, budgets, llm} → database.', {
    from: `${server}(retrieval|thinking|retention|budgets|llm)/`,
    to: `${server}(?!(retrieval|thinking|retention|budgets|llm|http|database)/)[^/]+/`,
    typesAllowed: true,
  }),
  forbid('rooms-meet-by-service-or-store', 'Import its service, store or module; a type may be named from anywhere.', {
    from: `${server}([^/]+)/`,
    to: `${server}(?!(http|database)/)[^/]+/(?!.*[.](service|store|module|token)[.]ts$)`,
    toExcept: `${server}$1/`,
    typesAllowed: true,
  }),
  forbid('only-stores-use-the-database', 'SQL lives in *.store.ts; booting opens the database, health probes it.', {
    from: server,
    except: [
      `${server}database/`,
      '[.]store[.]ts$',
      `${server}(start-server|create-app|app[.]module)[.]ts$`,
      `${server}health/`,
    ],
    to: `${server}database/`,
  }),
];

const outside = [
  forbid(
    'one-way-out',
    'Outgoing requests leave through packages/llm/src/transport, to named URLs through fetching/.',
    {
      from: '^(packages/llm|apps/server)/',
      except: ['^packages/llm/src/transport', `${server}documents/fetching/`],
      to: '(^|/)(undici(/|$)|(node:)?https?$|(node:)?http2$)',
      typesAllowed: true,
    },
  ),
  forbid('vendors-for-types', "The vendors' packages lend their types; the bytes go through our transport.", {
    from: '^(packages|apps)/',
    to: '(^|/)(openai|@anthropic-ai)(/|$)',
    toExcept: '^(packages|apps)/',
    typesAllowed: true,
  }),
  forbid('llm-knows-no-framework', 'packages/llm and packages/text know no framework and no SQL.', {
    from: '^packages/(llm|text)/',
    to: '(^|/)(@nestjs|fastify|pg|@electric-sql)(/|$)',
  }),
];

const everywhere = [
  {
    name: 'no-undeclared-package',
    comment: 'Name it in the package.json of the workspace that imports it.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or three.',
    from: { pathNot: gen },
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports is dead, or misses its caller.',
    from: {
      orphan: true,
      pathNot: [
        tests,
        '^tools/server-process/cpu-probe[.]ts$',
        '^tools/[^/]+[.](ts|mjs)$',
        '/(main|token|index|setup)[.]ts$',
        '/migrations/',
      ],
    },
    to: {},
  },
  { name: 'no-unresolvable', comment: 'The import leads nowhere.', from: {}, to: { couldNotResolve: true } },
  {
    name: 'tests-are-not-imported',
    comment: 'What only tests need (specs, testing/) stays with them.',
    from: { pathNot: tests },
    to: { path: tests },
  },
].map((rule) => ({ severity: 'error', ...rule }));

export default {
  forbidden: [...workspaces, ...rooms, ...outside, ...everywhere],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    // Packages are followed to their sources: the check needs no build and cannot look at a stale one.
    tsConfig: { fileName: 'tsconfig.imports.json' },
    exclude: { path: '^(packages|apps|tools)/.*(dist|__fixtures__|__golden__)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
};
