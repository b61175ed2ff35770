import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import importSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

/**
 * Forbids a room to import what is not below it; `sentence` is what a developer is told.
 *
 * @param types what it may import types from, all the same
 */
function room(name, groups, sentence, types = []) {
  const patterns = [
    {group: groups, message: sentence},
    ...(types.length > 0 ? [{group: types, message: sentence, allowTypeImports: true}] : []),
  ];
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns}]},
  };
}

const TENSORFLOW = ['@tensorflow/*'];

export default tseslint.config(
  {ignores: ['dist/', 'node_modules/', '.cache/', '**/.venv/']},
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    plugins: {'import-sort': importSort},
    rules: {
      // One block, by path: what comes from packages first, what lies nearest last.
      'import-sort/imports': ['error', {groups: [['^\\u0000', '^node:', '^@?\\w', '^\\.']]}],
      'import-sort/exports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      'no-console': ['error', {allow: ['warn', 'error']}],
      eqeqeq: 'error',
    },
  },
  {
    files: ['tests/**', 'models/**', 'styles-gallery/**', 'demo/**'],
    rules: {'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off'},
  },
  {...lit.configs['flat/recommended'], files: ['src/ui/**/*.ts']},
  {...litA11y.configs.recommended, files: ['src/ui/**/*.ts'], plugins: {'lit-a11y': litA11y}},
  room(
    'network',
    ['**/gpu/**', '**/live/**', '**/capture/**', '**/app/**', '**/ui/**', '**/words/**'],
    'network/ is the paper as pure tensor functions and imports no other room.',
  ),
  room(
    'gpu',
    ['**/live/**', '**/capture/**', '**/app/**', '**/ui/**', '**/words/**'],
    'gpu/ runs the network on WebGL2 and imports network/ only.',
  ),
  room(
    'live',
    ['**/capture/**', '**/app/**', '**/ui/**', '**/words/**', ...TENSORFLOW],
    'live/ is real time: it imports gpu/ and network/, and leaves tensors to them.',
  ),
  room(
    'capture',
    [
      ...['**/network/**', '**/gpu/**', '**/live/**', '**/app/**', '**/ui/**', '**/words/**'],
      ...TENSORFLOW,
    ],
    'capture/ records what a canvas shows and knows nothing of how it was painted.',
  ),
  room(
    'app',
    ['**/ui/**', 'lit', 'lit/*', ...TENSORFLOW],
    'app/ knows what the app can do; elements are the business of ui/, tensors of network/.',
    ['**/words/**'],
  ),
  room(
    'app/page',
    ['**/ui/**', 'lit', 'lit/*', ...TENSORFLOW],
    'app/page/ is what the page itself shows of the app; elements are the business of ui/.',
  ),
  room(
    'ui',
    ['**/live/**', '**/gpu/**', '**/network/**', '**/capture/**', ...TENSORFLOW],
    'ui/ shows the state of app/ and emits events; it never touches the engine.',
  ),
  room(
    'offline',
    [
      ...['**/network/**', '**/gpu/**', '**/live/**', '**/capture/**', '**/app/**', '**/ui/**'],
      ...['**/words/**', 'lit', ...TENSORFLOW],
    ],
    'offline/ is the service worker, which is read by itself: it imports no other room.',
  ),
  room(
    'words',
    ['**/network/**', '**/gpu/**', '**/live/**', '**/capture/**', '**/app/**', '**/ui/**', 'lit'],
    'words/ are sentences by key and import no other room.',
  ),
);
