// What is not shipped (.mts and .mjs): type-checked rules instead of n8n's cloud rules.
// The shipped code in nodes/ and credentials/ is linted by eslint.config.mjs, n8n's own template.
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	globalIgnores(['dist', 'packages', 'node_modules', 'host/node_modules', '.cache']),
	{
		files: ['**/*.mts'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.tools.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		},
	},
);
