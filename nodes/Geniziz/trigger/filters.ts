import type { IDataObject } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import type { triggerFields } from './fields';

type Settings = InputOf<typeof triggerFields>;

/** What a record must have, by Geniziz's own field names. */
function wanted({ leadFilters, opportunityFilters }: Settings): Array<[string, string]> {
	// Only those of the event that was chosen are read.
	const { ownerId, statusId } = { ownerId: undefined, ...opportunityFilters, ...leadFilters };
	const pairs: Array<[string, string | undefined]> = [
		['owner_id', ownerId],
		['status_id', statusId],
	];
	return pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** The fields that the user's filters look at. */
export function filterFields(settings: Settings): string[] {
	return wanted(settings).map(([name]) => name);
}

/** What the user wants to start on. */
export interface Filter {
	readonly isWanted: (record: { readonly json: IDataObject }) => boolean;
	/** The same of what a list shows of a record: what is not shown may fit. */
	readonly mayBeWanted: (record: { readonly json: IDataObject }) => boolean;
}

/**
 * @param warn is told once when a record does not show what it is to be filtered by: the document
 *   shows no owner_id in its answers ("Lead"), though it can be set
 */
export function filterOf(settings: Settings, warn: (text: string) => void): Filter {
	const pairs = wanted(settings);
	const silent = new Set<string>();
	return {
		mayBeWanted: ({ json }) =>
			pairs.every(([name, value]) => json[name] === undefined || json[name] === value),
		isWanted: ({ json }) =>
			pairs.every(([name, value]) => {
				if (json[name] === undefined && !silent.has(name)) {
					silent.add(name);
					warn(
						`Geniziz shows no ${name} of a record; it cannot be filtered by it and is passed over`,
					);
				}
				return json[name] === value;
			}),
	};
}
