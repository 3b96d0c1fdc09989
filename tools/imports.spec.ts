import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

interface Edge {
  from: string;
  to: string;
  /** What the file says; by default it imports `to` for its side effects. */
  code?: string;
}

const root = join(import.meta.dirname, '..');
const server = 'apps/server/src';

/** Each rule of .dependency-cruiser.mjs with an edge that it must refuse. */
const refused: Record<string, Edge> = {
  'client-imports': { from: 'packages/client/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'client-types': { from: 'packages/client/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'text-imports': { from: 'packages/text/src/bad.ts', to: 'packages/dto/src/index.ts' },
  'text-types': { from: 'packages/text/src/bad.ts', to: 'packages/dto/src/index.ts' },
  'dto-imports': { from: 'packages/dto/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'dto-types': { from: 'packages/dto/src/bad-client.ts', to: 'packages/client/src/index.ts' },
  'llm-imports': { from: 'packages/llm/src/bad.ts', to: 'packages/dto/src/index.ts' },
  'llm-types': { from: 'packages/llm/src/bad-client.ts', to: 'packages/client/src/index.ts' },
  'server-imports': { from: `${server}/llm/bad.ts`, to: 'apps/demo/src/main.ts' },
  'server-types': { from: `${server}/llm/bad-client.ts`, to: 'packages/client/src/index.ts' },
  'demo-imports': { from: 'apps/demo/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'demo-types': { from: 'apps/demo/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'migrate-imports': { from: 'apps/migrate/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'migrate-types': { from: 'apps/migrate/src/bad.ts', to: 'packages/llm/src/index.ts' },
  'tools-are-not-imported': { from: 'packages/llm/src/bad-tool.ts', to: 'tools/bench/main.ts' },
  'tools-import-no-workspace': { from: 'tools/bench/bad.ts', to: 'packages/llm/src/index.ts' },
  'packages-by-their-index': { from: `${server}/llm/bad-gen.ts`, to: 'packages/dto/src/gen/operations.gen.ts' },
  'only-app-module-lists-rooms': { from: `${server}/main.ts`, to: `${server}/projects/projects.service.ts` },
  'rooms-look-up-only-for-config': { from: `${server}/llm/bad-up.ts`, to: `${server}/app.module.ts` },
  'http-imports-no-room': { from: `${server}/http/bad.ts`, to: `${server}/projects/projects.service.ts` },
  'database-imports-no-room': { from: `${server}/database/bad.ts`, to: `${server}/http/problem.ts` },
  'lower-rooms-import-no-feature': { from: `${server}/retrieval/bad.ts`, to: `${server}/generate/generate.service.ts` },
  'rooms-meet-by-service-or-store': { from: `${server}/generate/bad.ts`, to: `${server}/projects/project-name.ts` },
  'only-stores-use-the-database': { from: `${server}/projects/bad.ts`, to: `${server}/database/database.ts` },
  'one-way-out': { from: `${server}/generate/bad-out.ts`, to: 'https', code: "import 'node:https';" },
  'vendors-for-types': { from: 'packages/llm/src/bad-openai.ts', to: 'openai', code: "import OpenAI from 'openai';" },
  'llm-knows-no-framework': {
    from: 'packages/llm/src/bad-nest.ts',
    to: '@nestjs/common',
    code: "import '@nestjs/common';",
  },
  'no-undeclared-package': { from: 'packages/text/src/bad-package.ts', to: 'jose', code: "import 'jose';" },
  'no-circular': { from: `${server}/llm/left.ts`, to: `${server}/llm/right.ts` },
  'no-orphans': { from: `${server}/llm/alone.ts`, to: `${server}/llm/alone.ts`, code: 'export {};' },
  'no-unresolvable': { from: `${server}/llm/bad-path.ts`, to: './nowhere.ts', code: "import './nowhere.ts';" },
  'tests-are-not-imported': { from: `${server}/llm/bad-spec.ts`, to: `${server}/llm/right.spec.ts` },
};

/** The edges that the house is built of: none may be refused. */
const allowed: Edge[] = [
  { from: `${server}/main.ts`, to: `${server}/app.module.ts` },
  { from: `${server}/app.module.ts`, to: `${server}/generate/generate.module.ts` },
  { from: `${server}/app.module.ts`, to: `${server}/database/database.ts` },
  { from: `${server}/generate/generate.module.ts`, to: `${server}/generate/generate.service.ts` },
  { from: `${server}/generate/generate.service.ts`, to: `${server}/retrieval/retrieval.service.ts` },
  { from: `${server}/generate/generate.controller.ts`, to: `${server}/http/problem.ts` },
  { from: `${server}/generate/generate.controller.ts`, to: `${server}/config.ts` },
  {
    from: `${server}/generate/generate.service.ts`,
    to: 'packages/dto/src/index.ts',
    code: "import '@groundwire/dto';",
  },
  { from: `${server}/retrieval/retrieval.service.ts`, to: `${server}/retrieval/passages.store.ts` },
  { from: `${server}/retrieval/passages.store.ts`, to: `${server}/database/database.ts` },
  {
    from: `${server}/generate/assemble-prompt.ts`,
    to: `${server}/retrieval/passage.ts`,
    code: "import type { Passage } from '../retrieval/passage.ts';",
  },
  {
    from: 'packages/dto/src/index.ts',
    to: 'packages/client/src/index.ts',
    code: "import type { Chat } from '@groundwire/client';",
  },
  { from: 'packages/dto/src/index.ts', to: 'packages/dto/src/gen/operations.gen.ts' },
  { from: 'packages/llm/src/index.ts', to: 'packages/llm/src/transport.ts' },
  { from: 'packages/llm/src/transport.ts', to: 'undici', code: "import 'undici';" },
  { from: `${server}/documents/fetching/url-fetcher.ts`, to: 'undici', code: "import 'undici';" },
  { from: `${server}/generate/generate.service.spec.ts`, to: 'tools/fake-upstream/main.ts' },
];

const sideEffect = ({ from, to, code }: Edge): string =>
  code ?? `import '${'../'.repeat(from.split('/').length - 1)}${to}';`;

/** Writes a tree with these imports beside the project's own manifests and installed packages. */
function plant(edges: Edge[]): string {
  const tree = mkdtempSync(join(tmpdir(), 'groundwire-imports-'));
  const manifests = ['client', 'dto', 'llm', 'text'].map((name) => `packages/${name}/package.json`);
  for (const path of [
    'package.json',
    'tsconfig.base.json',
    'tsconfig.imports.json',
    'apps/server/package.json',
    ...manifests,
  ]) {
    cpSync(join(root, path), join(tree, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const files = new Map<string, string[]>();
  for (const edge of edges) {
    files.set(edge.from, [...(files.get(edge.from) ?? []), sideEffect(edge)]);
    if (edge.to.includes('/') && /^(apps|packages|tools)\//.test(edge.to)) files.set(edge.to, files.get(edge.to) ?? []);
  }
  for (const [path, lines] of files) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${[...lines, 'export {};'].join('\n')}\n`);
  }
  return tree;
}

/** Runs the real rules over a tree and lists what they refuse, as `rule: from → to`. */
function refusals(tree: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/.bin/depcruise'),
      ...['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'apps', 'packages', 'tools'],
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 << 20 },
  );
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as Report;
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('the import rules', () => {
  const trees: string[] = [];
  let found: string[] = [];

  beforeAll(() => {
    const circle = { from: `${server}/llm/right.ts`, to: `${server}/llm/left.ts` };
    trees.push(plant([...Object.values(refused), circle]));
    found = refusals(trees[0]!);
  });
  afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true })));

  it.each(Object.entries(refused))('%s refuses the edge it is for', (rule, { from, to }) => {
    expect(found.filter((line) => line.startsWith(`${rule}: ${from} → `) && line.includes(to))).not.toEqual([]);
  });

  it('are all proven here', async () => {
    const config = (await import(join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    expect(Object.keys(refused).sort()).toEqual(config.default.forbidden.map(({ name }) => name).sort());
  });

  it('let the house stand', () => {
    const tree = plant(allowed);
    trees.push(tree);
    expect(refusals(tree)).toEqual([]);
  });
});
