// What stands at the side of the site: every page once, under its own title.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DefaultTheme } from 'vitepress';

const ROOT = resolve(import.meta.dirname, '..', '..');

const VENDORS = ['genpage', 'leadgenius', 'geniziz', 'growthgenius', 'skarbe'] as const;

/** The groups of pages, by their files. */
export const PAGES = [
	{ name: 'Start', pages: ['README.md', 'docs/credentials.md'] },
	{
		name: 'Vendors',
		pages: VENDORS.map(inDocs),
	},
	{
		name: 'Guides',
		pages: [
			...['cookbook', 'from-http-request', 'matching', 'agents', 'scale', 'queue-mode'].map(inDocs),
			'workflows/README.md',
		],
	},
	{
		name: 'Examples',
		pages: VENDORS.map((name) => inDocs(`examples/${name}`)),
	},
	{
		name: 'Reference',
		pages: [
			...['options', 'limits', 'triggers', 'troubleshooting', 'reliability'].map(inDocs),
			'bench/results.md',
			'CHANGELOG.md',
		],
	},
	{
		name: 'Contribute',
		pages: ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/release.md', 'sandbox/README.md'],
	},
] as const satisfies ReadonlyArray<{ name: string; pages: readonly string[] }>;

/** The side of the site. */
export const sidebar = { groups: groups(), linkTo };

function inDocs(name: string): string {
	return `docs/${name}.md`;
}

/** @throws Error that names pages of docs/ which nobody would find */
function groups(): DefaultTheme.SidebarItem[] {
	const listed = new Set<string>(PAGES.flatMap(({ pages }) => pages));
	const forgotten = globSync('docs/**/*.md', { cwd: ROOT }).filter((page) => !listed.has(page));
	if (forgotten.length > 0) throw new Error(`In no group of the site: ${forgotten.join(', ')}`);
	return PAGES.map(({ name, pages }) => ({
		text: name,
		items: pages.map((page) => ({ text: titleOf(page), link: linkTo(page) })),
	}));
}

/** Where a page is in the site. @param page its file, from the root of the repository */
function linkTo(page: string): string {
	return `/${page.replace(/(^|\/)README\.md$/, '$1').replace(/\.md$/, '')}`;
}

/** The first heading of a page. */
function titleOf(page: string): string {
	const title = /^# (.+)$/m.exec(readFileSync(join(ROOT, page), 'utf8'))?.[1];
	if (title === undefined) throw new Error(`${page} has no title`);
	return title;
}
