// The documents' links: each leads to a file, and to a heading in it where it names one.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { anchorOf } from '../../docs/.vitepress/anchors.mts';

const PAGES = globSync(['*.md', 'docs/**/*.md', 'workflows/*.md', 'sandbox/*.md', 'bench/*.md']);

/** A page without its examples. */
function textOf(page: string): string {
	return readFileSync(page, 'utf8').replace(/^```.*?^```/gms, '');
}

/** Where links point to inside the repository. */
function linksIn(page: string): string[] {
	const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
	return links.filter((link) => !/^[a-z]+:/.test(link));
}

/** The anchors of a page, as GitHub and the site make them of headings. */
function anchorsOf(page: string): string[] {
	return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

function isDead(page: string, link: string): boolean {
	const [path = '', anchor] = link.split('#');
	const file = path === '' ? page : normalize(join(dirname(page), path));
	if (!existsSync(file)) return true;
	return anchor !== undefined && !anchorsOf(file).includes(anchor);
}

test.each(PAGES)('%s', (page) => {
	expect(linksIn(page).filter((link) => isDead(page, link))).toEqual([]);
});

test.each(globSync('workflows/*.json'))('%s has a recipe and its picture', (file) => {
	const page = join('docs', 'cookbook.md');
	const name = basename(file, '.json');
	expect(linksIn(page)).toEqual(
		expect.arrayContaining([`../workflows/${name}.json`, `images/templates/${name}.webp`]),
	);
});
