// SVG as text. No fonts are fetched, and the colours follow the reader's light or dark scheme.

const FONT = 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif';

const STYLE = `
text { font: 13px ${FONT}; fill: #24292f; }
.title { font-size: 17px; font-weight: 600; }
.heading { font-size: 14px; font-weight: 600; }
.quiet { fill: #57606a; font-size: 12px; }
.back { fill: #ffffff; }
.grid { stroke: #d0d7de; stroke-width: 1; }
.guide { stroke: #8c959f; stroke-width: 1.5; stroke-dasharray: 2 4; }
.line { fill: none; stroke-width: 2.5; }
.fill-a { fill: #0969da; } .line-a { stroke: #0969da; }
.fill-b { fill: #bc4c00; } .line-b { stroke: #bc4c00; stroke-dasharray: 9 4; }
.fill-c { fill: #8c959f; } .line-c { stroke: #8c959f; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) {
	text { fill: #e6edf3; }
	.quiet { fill: #9da7b3; }
	.back { fill: #0d1117; }
	.grid { stroke: #30363d; }
	.guide { stroke: #6e7681; }
	.fill-a { fill: #58a6ff; } .line-a { stroke: #58a6ff; }
	.fill-b { fill: #f0883e; } .line-b { stroke: #f0883e; }
	.fill-c { fill: #7d8590; } .line-c { stroke: #7d8590; }
}`;

/** What tells series apart, in their order: colours and, of lines, dashes. */
export const SERIES = ['a', 'b', 'c'] as const;
export type Series = (typeof SERIES)[number];

/** Where a text stands to its place. */
export type Anchor = 'start' | 'middle' | 'end';

/** A whole picture. @param title what it shows, in a sentence; also for those who cannot see it */
export function picture(width: number, height: number, title: string, parts: string[]): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="back" width="${width}" height="${height}" rx="8"/>
${parts.join('\n')}
</svg>
`;
}

/** A text. @param kind its class: title, heading, quiet or nothing */
export function text(x: number, y: number, words: string, kind = '', anchor: Anchor = 'start') {
	return `<text x="${short(x)}" y="${short(y)}" class="${kind}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** A horizontal bar. */
export function bar(x: number, y: number, width: number, height: number, series: Series): string {
	return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${height}" rx="2" class="fill-${series}"/>`;
}

/** A straight line. @param kind its class: grid or guide */
export function stroke(from: Place, to: Place, kind: string): string {
	return `<line x1="${short(from.x)}" y1="${short(from.y)}" x2="${short(to.x)}" y2="${short(to.y)}" class="${kind}"/>`;
}

/** A line through places, with a dot at each. */
export function curve(places: readonly Place[], series: Series): string {
	const points = places.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ');
	const dots = places.map(
		({ x, y }) => `<circle cx="${short(x)}" cy="${short(y)}" r="4" class="fill-${series}"/>`,
	);
	return `<polyline points="${points}" class="line line-${series}"/>\n${dots.join('\n')}`;
}

/** A place in a picture, in pixels from its upper left corner. */
export interface Place {
	readonly x: number;
	readonly y: number;
}

function short(figure: number): string {
	return String(Math.round(figure * 10) / 10);
}

function escaped(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
