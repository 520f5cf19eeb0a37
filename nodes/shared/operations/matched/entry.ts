import type { Field, InputOf } from '../../form/field';
import { wantedBy, type Values } from '../../lists/way';
import type { Checked, FieldIssue } from '../../values/issues';
import { isBlank } from '../../values/text';
import type { MatchRow } from './row';
import type { MatchItem } from './target';

/** Checks an item's input: its own checks, and whether it has what it is to be matched by. */
export function entryOf<Fields extends readonly Field[]>(
	row: Pick<MatchRow<Fields>, 'check' | 'matching'>,
	input: InputOf<Fields>,
	item: number,
): Checked<MatchItem<InputOf<Fields>>> {
	const { matching, check } = row;
	const way = matching.way(input);
	const values = withoutBlank(matching.values(input));
	const wanted = wantedBy(way, values);
	const issues = [
		...(check?.(input) ?? []),
		...(wanted.keys.length === 0 ? [lacking(way.name)] : []),
	];
	return issues.length > 0 ? { issues } : { input: { item, input, values, wanted } };
}

function lacking(name: string): FieldIssue {
	return {
		field: 'Match By',
		wrong: `needs the ${name}, which this item does not set`,
		fix: `Set the ${name} in the fields below, or choose something else in 'Match By'`,
	};
}

/** Blank is absent: JSON may hold null. */
function withoutBlank(values: object): Values {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
}
