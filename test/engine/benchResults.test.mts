// What the benches keep of their figures.
import { markdownOf } from '../../bench/results/markdown.mts';
import { isMet, plainRow } from '../../bench/results/rows.mts';
import type { Results } from '../../bench/results/shapes.mts';
import { keep, readResults, writeTable } from '../../bench/results/store.mts';
import { slopeOf } from '../../bench/growth/slope.mts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'bench-results-'));
const table = () => readFileSync(join(folder, 'results.md'), 'utf8');

afterAll(() => {
	rmSync(folder, { recursive: true });
});

const quick = plainRow('Quick work', 'ms', [30, 10, 20], { is: 'below', value: 25 });
const slow = plainRow('Slow work', 'ms', [30, 40, 20], { is: 'below', value: 25 });

const setting = { n8n: '2.0.0', node: '24.0.0', package: '0.1.0', cores: 2, memoryGb: 8 };

test('the median decides whether a target is met', () => {
	expect([quick, slow].map(isMet)).toEqual([true, false]);
});

test('a bench that runs again takes the place of its own figures alone', () => {
	keep(folder, 'first', { rows: [quick] });
	keep(folder, 'second', { rows: [quick] });
	keep(folder, 'first', { rows: [slow] });
	const results = readResults(folder);
	expect(results.first?.rows).toEqual([slow]);
	expect(results.second?.rows).toEqual([quick]);
});

test('the table has every row, and keeps what was written by hand', () => {
	writeTable(folder, ['second', 'first']);
	expect(table()).toMatch(/Quick work[^]*Slow work/);
	expect(table()).toContain('| Slow work | 30 (20 to 40) ms |  |  | below 25 ms | **no** |');
	expect(table()).toContain('| Quick work | 20 (10 to 30) ms |  |  | below 25 ms | yes |');
	writeFileSync(join(folder, 'results.md'), table().replace('Not written yet.', 'Mostly ours.'));
	keep(folder, 'second', { rows: [slow] });
	writeTable(folder, ['second', 'first']);
	expect(table()).toContain('Mostly ours.');
	expect(table()).not.toContain('Quick work');
});

test('each date has the benches that ran on it', () => {
	const of = (date: string) => ({
		setting: { ...setting, date },
		rows: [],
		contenders: [],
		growth: [],
	});
	const results: Results = { a: of('2026-01-01'), b: of('2026-02-01'), c: of('2026-01-01') };
	const lines = markdownOf(results, '').split('\n');
	expect(lines.filter((line) => line.startsWith('- '))).toEqual([
		expect.stringMatching(/^- 2026-02-01, n8n 2\.0\.0, .*: b$/),
		expect.stringMatching(/^- 2026-01-01, n8n 2\.0\.0, .*: a, c$/),
	]);
});

test('a slope of 1 is linear, one of 2 a square', () => {
	const sizes = [1_000, 10_000, 100_000];
	expect(slopeOf(sizes.map((size) => [size, size * 3]))).toBeCloseTo(1);
	expect(slopeOf(sizes.map((size) => [size, size ** 2]))).toBeCloseTo(2);
});
