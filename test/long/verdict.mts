// What the hour has to show, each with what was asked for.

/** One line of the result. */
export interface Verdict {
	readonly what: string;
	readonly seen: string;
	readonly asked: string;
	readonly passes: boolean;
}

/** A verdict on lists that are to be empty. */
export function noneOf(
	what: string,
	lists: Readonly<Record<string, readonly unknown[]>>,
	more = '',
): Verdict {
	const entries = Object.entries(lists);
	const seen = entries.map(([name, { length }]) => `${length} ${name}`).join(', ');
	const examples = entries.flatMap(([, list]) => list.slice(0, 3)).map(String);
	const named = examples.length > 0 ? ` (${examples.join(' ')})` : '';
	return {
		what,
		seen: `${more}${seen}${named}`,
		asked: entries.map(([name]) => `0 ${name}`).join(', '),
		passes: entries.every(([, { length }]) => length === 0),
	};
}

/** As a table of markdown. */
export function tableOf(verdicts: readonly Verdict[]): string {
	const row = ({ what, seen, asked, passes }: Verdict) =>
		`| ${what} | ${seen} | ${asked} | ${passes ? 'yes' : '**no**'} |`;
	return [
		'| What | Seen | Asked | Passes |',
		'| --- | --- | --- | --- |',
		...verdicts.map(row),
	].join('\n');
}
