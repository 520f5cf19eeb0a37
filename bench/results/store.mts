// bench/results.json and bench/results.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownOf } from './markdown.mts';
import { settingNow } from './setting.mts';
import { resultsSchema, type Measurements, type Results } from './shapes.mts';

/** Where the results are unless another folder is named. */
export const RESULTS_FOLDER = 'bench';

const fileIn = (folder: string) => join(folder, 'results.json');

/**
 * What was measured so far; nothing where there is no file.
 *
 * @throws ZodError when the file holds something else
 */
export function readResults(folder: string): Results {
	const file = fileIn(folder);
	if (!existsSync(file)) return {};
	return resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Puts what a bench has measured in the place of what it had before; the others keep theirs. */
export function keep(folder: string, bench: string, measured: Measurements): void {
	const all = { ...readResults(folder), [bench]: { setting: settingNow(), ...measured } };
	mkdirSync(folder, { recursive: true });
	writeFileSync(fileIn(folder), `${JSON.stringify(all, null, '\t')}\n`);
}

/**
 * Writes the table; what stands between the markers of its hand-written part stays.
 *
 * @param benches those that there are, in the order of their rows
 */
export function writeTable(folder: string, benches: readonly string[]): void {
	const file = join(folder, 'results.md');
	const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const all = readResults(folder);
	const ordered = benches.flatMap((name) => {
		const measured = all[name];
		return measured ? [[name, measured] as const] : [];
	});
	writeFileSync(file, markdownOf(Object.fromEntries(ordered), before));
}
