// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What only one file may do, and which. */
const clock = {
  selector:
    "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message:
    'The time is passed in, so that tests can set it: use ctx.clock.now() (platform/clock.ts).',
};
const chance = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message:
    'Randomness is passed in, and Math.random can be guessed: use ctx.ids (platform/ids.ts).',
};
const rawSql = {
  selector: "CallExpression[callee.object.name='sql'][callee.property.name='raw']",
  message: 'sql.raw puts text into SQL as it is; use the sql`…` template, which binds its values.',
};
const viteOnly = {
  selector:
    "MetaProperty[meta.name='import'] ~ Identifier[name='env'], MemberExpression[object.type='MetaProperty'][property.name='env']",
  message: 'src/ also runs without Vite: settings come from platform/settings.',
};

// ESLint counts every `??` and `?.` as a branch, so eight ways through a function read as ten.
const longestPath = { max: 10, variant: 'modified' };

export default defineConfig(
  { ignores: ['dist/', 'data/', '.astro/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // The house writes types, never interfaces.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      // A number in a text is a plain number, never a surprise.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => list.push(x)` reads well, and nobody uses what it gives.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A leading underscore says that a value is there but not needed.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `headers['etag']` looks a name up; `page.title` reads a field. Both are meant.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // There is no enum here and hardly a class, and these two take a fifth of the time of the rules.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `[...text]` is how code points are counted.
      '@typescript-eslint/no-misused-spread': 'off',
      complexity: ['error', longestPath],
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-syntax': ['error', rawSql],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', clock, chance, rawSql, viteOnly],
    },
  },
  {
    // Over a block of numbers `for … of` takes two to three times as long as an index.
    files: ['src/platform/search/embedded/*.ts'],
    rules: { '@typescript-eslint/prefer-for-of': 'off' },
  },
  {
    files: ['src/platform/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', chance, rawSql, viteOnly] },
  },
  {
    // Astro's types are extended by merging into its interfaces, in a file that must not import.
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Vitest's own matchers (expect.any) are typed `any`, as are drizzle-kit's snapshots.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // What builds a sample lists its fields, each with a default.
      complexity: 'off',
    },
  },
  {
    // Tools ask for a default export, and a component is one.
    files: ['*.config.ts', '*.config.js', 'tests/components/vitest.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['**/*.astro'],
    extends: [tseslint.configs.strict, astro.configs['flat/recommended']],
    rules: {
      complexity: ['error', longestPath],
      'max-lines': ['error', 300],
      'no-console': 'error',
      'no-restricted-syntax': ['error', clock, chance, rawSql],
      // Astro reads Props as an interface or a type; a page's frontmatter may return an answer.
      '@typescript-eslint/no-unused-vars': 'off',
      'astro/no-set-html-directive': 'error',
      'astro/no-unused-css-selector': 'error',
    },
  },
  {
    // They show a slot, which Astro has rendered, and so escaped, already; or data without any `<`.
    files: [
      ...['Choices', 'SummaryList', 'Table'].map((name) => `src/components/govuk/${name}.astro`),
      'src/components/provider/JsonLd.astro',
    ],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.strict],
    rules: { complexity: ['error', longestPath], 'max-lines': ['error', 300] },
  },
);
