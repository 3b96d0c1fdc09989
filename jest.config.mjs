const swc = ['@swc/jest', {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2024',
  },
  module: { type: 'es6' },
}];

const project = (name, root) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  roots: [`<rootDir>/${root}`],
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  // Tests read the packages' sources: they need no build and cannot test a stale one.
  moduleNameMapper: { '^@groundwire/(client|dto|llm|text)$': '<rootDir>/packages/$1/src/index.ts' },
});

export default {
  projects: [
    project('client', 'packages/client/src'),
    project('dto', 'packages/dto/src'),
    project('llm', 'packages/llm/src'),
    project('text', 'packages/text/src'),
    { ...project('server', 'apps/server'), setupFilesAfterEnv: ['<rootDir>/apps/server/test/setup.ts'] },
    project('demo', 'apps/demo/src'),
    project('tools', 'tools'),
  ],
  maxWorkers: 2,
  testTimeout: 30_000,
};
