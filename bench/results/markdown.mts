// bench/results.md: one table of all that was measured, and words by hand.
import { figureText, isMet, targetText } from './rows.mts';
import type { Results, Row, Setting } from './shapes.mts';

const BEGIN = '<!-- by hand: begin -->';
const END = '<!-- by hand: end -->';
const NOTHING_YET = '\n\nNot written yet.\n\n';

const HEAD = `# What was measured

Written by \`npm run bench\`, but for the part between the markers. Each figure is the median of its turns,
with the smallest and the largest; a ratio is that of each turn. Contenders run in turn in the same n8n,
against a sandbox that answers after 20 ms; the time of a workflow is that of its nodes that do the work, all
runs added up, without what n8n needs between them. [results.json](results.json) has every turn.`;

const COLUMNS = ['Work', 'Ours', 'Theirs', 'Ratio', 'Target', 'Met'];

/** The file's text. @param before the text that it has, of which the part by hand is kept */
export function markdownOf(results: Results, before: string): string {
	const rows = Object.values(results).flatMap(({ rows }) => rows);
	const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows.map(cellsOf)];
	const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
	const byHand = `${BEGIN}${handWritten(before)}${END}`;
	return `${[HEAD, settingsOf(results), table, '## Whose time it is', byHand].join('\n\n')}\n`;
}

function cellsOf(row: Row): string[] {
	const { work, ours, theirs, ratio } = row;
	const other = theirs ? `${figureText(theirs)}, ${theirs.who}` : '';
	const verdict = isMet(row) ? 'yes' : '**no**';
	return [work, figureText(ours), other, ratio ? figureText(ratio) : '', targetText(row), verdict];
}

/** A line for each setting with the benches that ran in it, the newest first. */
function settingsOf(results: Results): string {
	const benches = new Map<string, string[]>();
	for (const [name, { setting }] of Object.entries(results)) {
		const text = settingText(setting);
		benches.set(text, [...(benches.get(text) ?? []), name]);
	}
	const lines = [...benches].map(([text, names]) => `- ${text}: ${names.join(', ')}`);
	return lines.sort().reverse().join('\n');
}

function settingText({ date, n8n, node, package: version, cores, memoryGb }: Setting): string {
	const machine = `${cores} cores, ${memoryGb} GB`;
	return `${date}, n8n ${n8n}, Node ${node}, n8n-nodes-outbound ${version}, ${machine}`;
}

function handWritten(text: string): string {
	const from = text.indexOf(BEGIN);
	const to = text.indexOf(END);
	return from < 0 || to < from ? NOTHING_YET : text.slice(from + BEGIN.length, to);
}
