// npm run docs: README.md and the pages beside it as a site, as they are. Nothing is written for the site
// alone, and nothing of it is loaded from another host.
import { defineConfig } from 'vitepress';
import { anchorOf } from './anchors.mts';
import { REPOSITORY } from './links.mts';
import { PAGES, sidebar } from './navigation.mts';
import { readAsGitHub } from './pages.mts';

export default defineConfig({
	title: 'n8n-nodes-outbound',
	description: 'n8n nodes for GenPage, LeadGenius, Geniziz, GrowthGenius and Skarbe',
	lang: 'en',
	// Where the site is published, such as /n8n-nodes-outbound/.
	base: process.env.DOCS_BASE ?? '/',
	srcDir: '..',
	srcExclude: ['packages/**', 'host/**', '**/node_modules/**'],
	rewrites: { 'README.md': 'index.md', ':folder/README.md': ':folder/index.md' },
	outDir: '../.cache/site',
	cacheDir: '../.cache/vitepress',
	head: [
		// No picture of its own: without this line browsers ask for one.
		['link', { rel: 'icon', href: 'data:,' }],
		// The tables of operations end with long addresses: these break, so that the words before them have room.
		['style', {}, '.vp-doc td:last-child > code:only-child { overflow-wrap: anywhere; }'],
		['style', {}, '.vp-doc td:last-child:has(> code:only-child) { min-width: 13rem; }'],
	],
	markdown: {
		anchor: { slugify: anchorOf },
		// Braces in a page are text.
		attrs: { disable: true },
		config: readAsGitHub,
	},
	themeConfig: {
		search: { provider: 'local' },
		outline: [2, 3],
		nav: PAGES.map(({ name, pages: [first = ''] }) => ({
			text: name,
			link: sidebar.linkTo(first),
		})),
		sidebar: sidebar.groups,
		socialLinks: [{ icon: 'github', link: REPOSITORY }],
	},
});
