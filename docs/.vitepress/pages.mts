// How pages that are written for GitHub become those of the site.
import type { MarkdownRenderer } from 'vitepress';
import { z } from 'zod';
import { linkInSite } from './links.mts';

/** What VitePress tells of a page: its file, and that which it was before a rewrite. */
const environment = z.object({ path: z.string(), realPath: z.string().optional() });

/** Has a renderer turn each page's links into those of the site, and take braces in code for text. */
export function readAsGitHub(renderer: MarkdownRenderer): void {
	renderer.core.ruler.push('as_on_github', ({ tokens, env }) => {
		const { path, realPath = path } = environment.parse(env);
		for (const token of tokens.flatMap(({ children }) => children ?? [])) {
			// For Vue they would begin an expression.
			if (token.type === 'code_inline') token.attrSet('v-pre', '');
			const link = token.type === 'link_open' ? token.attrGet('href') : null;
			if (link !== null) token.attrSet('href', linkInSite(realPath, link));
		}
	});
}
