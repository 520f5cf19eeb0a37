// Links between files of the repository: to a page of the site, or to the file on GitHub.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Where the code is, without a slash at the end. */
export const REPOSITORY = homepage();

function homepage(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	if (typeof manifest === 'object' && manifest !== null && 'homepage' in manifest) {
		return String(manifest.homepage);
	}
	throw new Error('package.json has no homepage');
}

/**
 * Where a link of a page leads in the site.
 *
 * @param page the page's file
 * @param link as the page has it
 * @throws Error when there is no such file: the build fails
 */
export function linkInSite(page: string, link: string): string {
	if (/^([a-z]+:|#|\/\/)/i.test(link)) return link;
	const [path = '', anchor] = link.split('#');
	const file = join(dirname(page), path);
	const name = relative(ROOT, file);
	if (!existsSync(file))
		throw new Error(`${relative(ROOT, page)} links to ${name}, which is not there`);
	const place = path.endsWith('.md')
		? path.replace(/(^|\/)README\.md$/, '$1index.md')
		: `${REPOSITORY}/blob/main/${name}`;
	return anchor === undefined ? place : `${place}#${anchor}`;
}
