import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/testing/**', 'apps/server/test/**'];
const consoleIsTheInterface = ['apps/{demo,migrate}/**', 'apps/server/src/{check-node,main,token}.ts', 'tools/**'];
const readsTheEnvironment = ['apps/server/src/config.ts', 'apps/{demo,migrate}/**', 'tools/**', ...specs];

const environment = {
  object: 'process',
  property: 'env',
  message: 'Only apps/server/src/config.ts reads the environment; take a setting from Config.',
};

/** What the few scripts use that no compiler checks. */
const nodeGlobals = Object.fromEntries(
  ['Buffer', 'clearTimeout', 'console', 'process', 'setTimeout', 'URL'].map((name) => [name, 'readonly']),
);

/** The ways out of the process that dependency-cruiser cannot see, because nothing imports them. */
const waysOut = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({
  name,
  message: 'Outgoing requests leave through packages/llm/src/transport.ts.',
}));

/** Names are camelCase; wire objects keep the wire's snake_case, so properties are free. */
const naming = [
  { selector: 'variableLike', format: ['camelCase'], leadingUnderscore: 'allow' },
  // A class in a variable or a parameter keeps a class's name.
  { selector: ['variable', 'parameter'], format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
  { selector: 'variable', modifiers: ['const', 'global'], format: ['camelCase', 'PascalCase', 'UPPER_CASE'] },
  // Decorators are functions with the names of what they declare.
  { selector: 'function', format: ['camelCase', 'PascalCase'] },
  // Wire fields that are taken apart keep their names.
  { selector: ['variable', 'parameter'], modifiers: ['destructured'], format: null },
  { selector: 'typeLike', format: ['PascalCase'] },
];

export default defineConfig(
  globalIgnores(['**/gen/', '**/dist/', '**/__fixtures__/', '**/__golden__/', 'coverage/', '.turbo/']),
  js.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50 }],
      'max-depth': ['error', 3],
      complexity: ['error', 15],
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': ['error', environment],
      'no-restricted-imports': ['error', { paths: ['node:process', 'process', 'axios', 'node-fetch', 'lodash'] }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/naming-convention': ['error', ...naming],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Nest declares its options as classes and expects object literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A generic that only names a result, as in `query<Row>()`, is how a caller says what it expects.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An index that a loop or a pattern has checked needs no second branch that can never run.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Wire objects have optional keys, and a key that is set to undefined is not absent.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `void | Promise<void>` is what Nest's own interfaces ask for.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An interface may promise a Promise where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['apps/server/src/**/*.ts', 'packages/*/src/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...waysOut] },
  },
  { files: consoleIsTheInterface, rules: { 'no-console': 'off' } },
  { files: ['packages/client/src/**', ...specs], rules: { 'no-restricted-globals': 'off' } },
  { files: readsTheEnvironment, rules: { 'no-restricted-properties': 'off' } },
  {
    files: specs,
    rules: {
      // A describe is a list, not a function; replies of a server are read as they come.
      'max-lines-per-function': 'off',
      '@typescript-eslint/naming-convention': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
);
