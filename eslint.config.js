import comments from '@eslint-community/eslint-plugin-eslint-comments';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.{ts,tsx}', '**/*.test-d.ts', '**/e2e/**'];
const data = ['**/*.data.ts', '**/data/**', '**/i18n/**'];

/** What the core may not touch: the world, the clock, chance. Time and actor are passed in; see docs/decisions. */
const worldly = [
  'process', 'console', 'globalThis', 'global', 'window', 'self', 'document', 'navigator', 'localStorage', 'Buffer', 'require',
  'fetch', 'XMLHttpRequest', 'WebSocket', 'crypto', 'performance',
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask',
];
const impure = [
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Date.now'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'new Date()'],
  ["NewExpression[callee.name='Date'][arguments.length>1]", 'new Date(y, m, d)'],
  ["CallExpression[callee.name='Date']", 'Date()'],
  ["CallExpression[callee.property.name='getTimezoneOffset']", 'getTimezoneOffset'],
  ["CallExpression[callee.property.name='resolvedOptions']", 'resolvedOptions'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Math.random'],
  ['ImportExpression', 'import()'],
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { comments },
    rules: {
      'comments/require-description': 'error',
      'comments/disable-enable-pair': 'error',
      'comments/no-unlimited-disable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-undef': 'off', // the compiler knows
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Rules that need types only where promises carry data: a write that nobody awaits is lost.
    files: ['packages/*/src/**/*.ts', 'examples/*/server/**/*.ts'],
    ignores: tests,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: data, rules: { 'max-lines': 'off' } },
  { files: ['examples/**/*.{ts,tsx}'], ignores: ['examples/**/server/**'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', ...worldly.map((name) => ({ name, message: 'The core is pure: pass it in.' }))],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'The core runs anywhere: no Node API.' }] }],
      'no-restricted-syntax': ['error', ...impure.map(([selector, name]) => ({ selector, message: `${name}: the core has no clock, no chance and no I/O of its own.` }))],
    },
  },
);
