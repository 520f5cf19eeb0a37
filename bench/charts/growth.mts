// Time and memory against the number of items, both axes logarithmic.
import type { Growth, Results } from '../results/shapes.mts';
import { count } from '../size.mts';
import { medianOf } from '../spread.mts';
import { curve, picture, SERIES, stroke, text, type Place } from './svg.mts';

const WIDTH = 760;
const HEIGHT = 474;
const MARGIN = 24;
const PANEL = { width: 284, height: 240, top: 172 };
const LEFTS = [62, 440];
const MOST_TICKS = 6;

type Point = readonly [items: number, figure: number];

interface Panel {
	readonly heading: string;
	readonly left: number;
	/** By series; one that has nothing here is empty. */
	readonly curves: ReadonlyArray<readonly Point[]>;
	/** Whether a line shows what linear would be. */
	readonly hasGuide: boolean;
}

/** The picture, or undefined where the bench has not run. */
export function growthChart(results: Results): string | undefined {
	const growth = results.growth?.growth ?? [];
	if (growth.length === 0) return undefined;
	const [left = 0, right = 0] = LEFTS;
	const time: Panel = {
		heading: 'Time of the node, seconds (dotted: linear)',
		left,
		curves: growth.map(({ points }) => timesOf(points)),
		hasGuide: true,
	};
	const memory: Panel = {
		heading: 'Peak memory of a fresh n8n, MB',
		left: right,
		curves: growth.map(({ points }) => points.map(({ items, peakMb }) => [items, peakMb])),
		hasGuide: false,
	};
	const parts = [text(MARGIN, 34, 'Growth with the number of items', 'title')];
	return picture(WIDTH, HEIGHT, 'Time and memory against the number of items', [
		...parts,
		...legend(growth),
		...panel(time),
		...panel(memory),
	]);
}

function timesOf(points: Growth['points']): Point[] {
	return points.flatMap(({ items, ms }) => (ms.length > 0 ? [[items, medianOf(ms) / 1000]] : []));
}

/** A line for each work with what its largest size came to. */
function legend(growth: readonly Growth[]): string[] {
	return growth.flatMap(({ work, points }, index) => {
		const y = 62 + index * 22;
		const places = [MARGIN, MARGIN + 30].map((x) => ({ x, y }));
		const words = `${work}: ${points.slice(-1).map(lastText).join('')}`;
		return [curve(places, SERIES[index] ?? 'c'), text(MARGIN + 44, y + 4.5, words)];
	});
}

function lastText({ items, ms, peakMb }: Growth['points'][number]): string {
	const time = ms.length > 0 ? `${(medianOf(ms) / 1000).toFixed(1)} s, ` : '';
	return `${time}${count(peakMb)} MB for ${count(items)} items`;
}

function panel({ heading, left, curves, hasGuide }: Panel): string[] {
	const all = curves.flat();
	const sizes = rangeOf(all.map(([items]) => items));
	const figures = rangeOf(all.map(([, figure]) => figure));
	const place = ([items, figure]: Point): Place => ({
		x: left + sizes.part(items) * PANEL.width,
		y: PANEL.top + (1 - figures.part(figure)) * PANEL.height,
	});
	const rows = figures.ticks.flatMap((tick) => {
		const { y } = place([sizes.least, tick]);
		return [
			stroke({ x: left, y }, { x: left + PANEL.width, y }, 'grid'),
			text(left - 8, y + 4.5, count(tick), 'quiet', 'end'),
		];
	});
	const bottom = PANEL.top + PANEL.height;
	const columns = sizes.ticks.flatMap((tick) => {
		const { x } = place([tick, figures.least]);
		return [
			stroke({ x, y: PANEL.top }, { x, y: bottom }, 'grid'),
			text(x, bottom + 20, count(tick), 'quiet', 'middle'),
		];
	});
	const [first, last] = hasGuide ? guideOf(all, sizes.least, figures.least) : [];
	const guide = first && last ? [stroke(place(first), place(last), 'guide')] : [];
	const lines = curves.flatMap((points, index) =>
		points.length > 0 ? curve(points.map(place), SERIES[index] ?? 'c') : [],
	);
	const under = text(left + PANEL.width / 2, bottom + 42, 'items', 'quiet', 'middle');
	return [
		text(left - 38, PANEL.top - 18, heading, 'heading'),
		...rows,
		...columns,
		under,
		...guide,
		...lines,
	];
}

/** Both ends of the line on which the largest figure would lie if all grew as the items do. */
function guideOf(all: readonly Point[], leastItems: number, leastFigure: number): Point[] {
	const [most] = [...all].sort(([, a], [, b]) => b - a);
	if (!most) return [];
	const each = most[1] / most[0];
	const from = Math.max(leastItems, leastFigure / each);
	return [[from, from * each], most];
}

/** A logarithmic axis from a round number to a round number: powers of ten where it is long. */
function rangeOf(figures: readonly number[]) {
	const decades = Array.from({ length: 16 }, (_, index) => 10 ** (index - 6));
	const fine = between(
		decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]),
		figures,
	);
	const ticks = fine.length > MOST_TICKS ? between(decades, figures) : fine;
	const [low = 1, high = 10] = [ticks[0], ticks.at(-1)];
	const part = (figure: number) => Math.log(figure / low) / Math.log(high / low);
	return { ticks, part, least: low };
}

/** Of round numbers in order those that figures lie between, with one on each side of them. */
function between(round: readonly number[], figures: readonly number[]): number[] {
	const first = round.findLastIndex((tick) => tick <= Math.min(...figures));
	const last = round.findIndex((tick) => tick >= Math.max(...figures));
	return round.slice(first, Math.max(last, first + 1) + 1);
}
