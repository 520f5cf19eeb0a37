// n8n's check of published packages (@n8n/scan-community-package), for what the build has made: compiled
// code and manifests, with its rules, whatever a comment says. That package itself works only on what
// is on npm already. Its check of the sources is `npm run lint:n8n`.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	{ linterOptions: { noInlineConfig: true } },
	n8nCommunityNodesPlugin.configs.recommended,
	{ rules: { 'no-console': 'error' } },
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{ files: ['**/package.json'], rules: { ...n8nNodesBase.configs.community.rules } },
	{ files: ['**/*.json'], languageOptions: { parser: tseslint.parser } },
);
