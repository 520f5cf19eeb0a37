// Records a second: our nodes, n8n's own, and what is built or written by hand.
import type { ContenderRuns, Results } from '../results/shapes.mts';
import { count } from '../size.mts';
import { medianOf } from '../spread.mts';
import { bar, picture, text, type Series } from './svg.mts';

const WIDTH = 760;
const MARGIN = 24;
const LABELS = 250;
const VALUES = 120;
const BAR = 20;
const STEP = 28;
const HEAD = 88;
const HEADING = 26;
const GAP = 18;
const LONGEST = WIDTH - LABELS - VALUES - MARGIN;

const TITLES: Readonly<Record<string, string>> = {
	genPage: 'leads into GenPage',
	leadGeniusUpload: 'records into LeadGenius',
	geniziz: 'leads out of Geniziz',
	creates: 'contacts into Skarbe, one by one',
};

/** The picture, or undefined where none of its benches has run. */
export function throughputChart(results: Results): string | undefined {
	const parts: string[] = [];
	let y = HEAD;
	for (const [bench, title] of Object.entries(TITLES)) {
		const contenders = results[bench]?.contenders ?? [];
		if (contenders.length === 0) continue;
		parts.push(text(MARGIN, y, `${count(contenders[0]?.items ?? 0)} ${title}`, 'heading'));
		parts.push(...bars(contenders, y + HEADING - BAR / 2));
		y += HEADING + contenders.length * STEP + GAP;
	}
	if (parts.length === 0) return undefined;
	const note = 'Records a second, the median of all turns. Each group has its own scale.';
	const head = [
		text(MARGIN, 34, 'Throughput in a real n8n', 'title'),
		text(MARGIN, 54, note, 'quiet'),
	];
	return picture(WIDTH, y, 'Records a second of our nodes beside others', [...head, ...parts]);
}

function bars(contenders: readonly ContenderRuns[], top: number): string[] {
	const rates = contenders.map(({ items, ms }) => (items / medianOf(ms)) * 1000);
	const most = Math.max(...rates);
	return contenders.flatMap(({ label }, index) => {
		const rate = rates[index] ?? 0;
		const y = top + index * STEP;
		const width = Math.max(1, (rate / most) * LONGEST);
		const baseline = y + BAR / 2 + 4.5;
		return [
			text(LABELS - 10, baseline, label, '', 'end'),
			bar(LABELS, y, width, BAR, seriesOf(label, index)),
			text(LABELS + width + 8, baseline, count(Math.round(rate))),
		];
	});
}

function seriesOf(label: string, index: number): Series {
	if (index === 0) return 'a';
	return label.includes('by hand') ? 'b' : 'c';
}
