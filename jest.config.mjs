const swc = ({ decoratorMetadata }) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata, useDefineForClassFields: false },
      target: 'es2024',
    },
    module: { type: 'es6' },
  },
];

// DTO classes refer to each other: metadata would read a class before it exists (packages/dto/tsconfig.json says the same).
const transform = {
  '/packages/dto/.+\\.ts$': swc({ decoratorMetadata: false }),
  '^.+\\.ts$': swc({ decoratorMetadata: true }),
};

const project = (name, root) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  roots: [`<rootDir>/${root}`],
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  // Tests read the packages' sources: they need no build and cannot test a stale one.
  moduleNameMapper: { '^@groundwire/(client|dto|llm|text)$': '<rootDir>/packages/$1/src/index.ts' },
});

export default {
  projects: [
    project('client', 'packages/client/src'),
    project('dto', 'packages/dto/src'),
    project('llm', 'packages/llm/src'),
    project('text', 'packages/text/src'),
    {
      ...project('server', 'apps/server'),
      globalSetup: '<rootDir>/apps/server/src/database/testing/global-setup.ts',
      setupFilesAfterEnv: ['<rootDir>/apps/server/test/setup.ts'],
    },
    project('demo', 'apps/demo/src'),
    project('migrate', 'apps/migrate/src'),
    project('tools', 'tools'),
  ],
  reporters: ['default', '<rootDir>/tools/jest-reporter.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
