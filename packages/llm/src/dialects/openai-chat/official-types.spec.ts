import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { CELLS, received, requestOf } from './__fixtures__/matrix/cells.ts';

/** The type of a request's body in each vendor's own SDK: fields too many or missing, words and forms, tsc knows them. */
const CONTRACTS = {
  openai: ['openai/resources/chat/completions', 'ChatCompletionCreateParams'],
  anthropic: ['@anthropic-ai/sdk/resources/messages', 'MessageCreateParamsStreaming'],
} as const;
type Vendor = keyof typeof CONTRACTS;

interface Typed {
  name: string;
  vendor: Vendor;
  body: object;
}

/** Not in the contract, but taken by the live API: SDKs send it back (wire.md 1.7). */
const TOLERATED = ['name of a tool × gpt-4o', 'name of a tool × o3', 'name of a tool × gpt-5.6'];

const FAULTY: readonly (Typed & { words: string })[] = [
  { name: 'our k', vendor: 'openai', body: { model: 'm', messages: [], k: 3 }, words: `'"k"' does not exist` },
  {
    name: "Groq's tier",
    vendor: 'openai',
    body: { model: 'm', messages: [], service_tier: 'on_demand' },
    words: '"on_demand"',
  },
  {
    name: 'sampling',
    vendor: 'anthropic',
    body: { model: 'm', messages: [], max_tokens: 1, stream: true, top_p: 1 },
    words: `'"top_p"' does not exist`,
  },
  {
    name: 'no limit',
    vendor: 'anthropic',
    body: { model: 'm', messages: [], stream: true },
    words: `'max_tokens' is missing`,
  },
];
const SENT: readonly Typed[] = CELLS.filter(({ cell }) => cell !== '✗').flatMap((cell) => {
  const { title: name, provider } = cell;
  return provider in CONTRACTS ? [{ name, vendor: provider as Vendor, body: received(requestOf(cell)) }] : [];
});

const faults = typeFaults([...FAULTY, ...SENT]);

/** What tsc says about each body, by its name; one program, as the SDKs' types take their time. */
function typeFaults(bodies: readonly Typed[]): Map<string, string> {
  // Beside this spec, where the SDKs can be found; never written.
  const path = new URL('typed-bodies.ts', import.meta.url).pathname;
  const imports = Object.values(CONTRACTS).map(([module, type]) => `import type { ${type} } from '${module}';`);
  const lines = bodies.map(({ vendor, body }) => `(${JSON.stringify(body)}) satisfies ${CONTRACTS[vendor][1]};`);
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  const text = [...imports, ...lines].join('\n');
  host.fileExists = (file) => file === path || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2024) : getSourceFile(file, ...rest);
  const program = ts.createProgram([path], options, host);
  const found = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.fileName === path ? file.getLineAndCharacterOfPosition(start).line : 0;
    const name = bodies[line - imports.length]?.name ?? file?.fileName ?? 'tsc';
    return [name, ts.flattenDiagnosticMessageText(messageText, ' ')] as const;
  });
  return new Map(found);
}

describe("what is sent, against the types of the vendor's own SDK", () => {
  it.each(FAULTY)('finds a fault: $name', ({ name, words }) => {
    expect(faults.get(name)).toContain(words);
  });

  it('finds none in the bodies of the table', () => {
    for (const vendor of ['openai', 'anthropic'] as const) {
      expect(SENT.filter((body) => body.vendor === vendor).length).toBeGreaterThan(180);
    }
    const known = new Set([...FAULTY.map(({ name }) => name), ...TOLERATED]);
    expect([...faults].filter(([name]) => !known.has(name))).toEqual([]);
    expect(TOLERATED.filter((name) => !faults.has(name))).toEqual([]);
  });
});
