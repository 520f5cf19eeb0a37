import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../../form/field';
import { goThrough } from '../../lists/recordSource';
import type { Way } from '../../lists/way';
import type { Client } from '../../transport/client';
import { picked } from '../../values/records';
import { Planner, type Plan } from './plan';
import type { MatchRow } from './row';
import type { Existing, MatchItem } from './target';

/** A plan, and the items that cannot be matched, since no record shows the field that the user named. */
export interface ReadPlan<Input> extends Plan<Input> {
	readonly unseen: ReadonlyArray<MatchItem<Input>>;
}

/**
 * Reads the vendor's records once and finds those that items mean. Of the others nothing is kept.
 *
 * @throws NodeApiError when they cannot be read, CancelledError
 */
export async function readPlan<Fields extends readonly Field[]>(
	client: Client,
	{ matching, update }: Pick<MatchRow<Fields>, 'matching' | 'update'>,
	entries: ReadonlyArray<MatchItem<InputOf<Fields>>>,
): Promise<ReadPlan<InputOf<Fields>>> {
	const { source, known } = matching;
	const treatment = { updates: update !== undefined, rules: update?.rules ?? {} };
	const planner = new Planner<InputOf<Fields>>(entries, treatment);
	const named = entries.flatMap(({ values }) => Object.keys(values));
	const fields = new Set(['id', ...known, ...planner.ways.flatMap((way) => way.fields), ...named]);
	const hidden = new Map(
		planner.ways.filter(({ mustBeShown }) => mustBeShown).map((way) => [way.id, way]),
	);
	let isEmpty = true;
	const visit = (records: readonly IDataObject[]) => {
		isEmpty &&= records.length === 0;
		for (const record of records) {
			for (const way of hidden.values()) if (shows(record, way)) hidden.delete(way.id);
			planner.note(record, () => existingOf(client, record, [...fields]));
		}
		return true;
	};
	const wanted = entries.map((entry) => entry.wanted);
	await goThrough(client, source, wanted, source.query?.([...fields]), visit);
	const isUnseen = ({ wanted: { way } }: MatchItem<InputOf<Fields>>) =>
		!isEmpty && hidden.has(way.id);
	return {
		...planner.plan(entries.filter((entry) => !isUnseen(entry))),
		unseen: entries.filter(isUnseen),
	};
}

function shows(record: IDataObject, { fields }: Way): boolean {
	return fields.some((field) => record[field] !== undefined);
}

/** What is kept of a record. @throws NodeApiError where it cannot be told from others */
function existingOf(client: Client, record: IDataObject, fields: readonly string[]): Existing {
	const { id } = record;
	if (typeof id !== 'string' && typeof id !== 'number') {
		throw client.unexpected(record, "one of its records has no 'id'");
	}
	return { id, values: picked(record, fields) };
}
