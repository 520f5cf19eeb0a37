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

/** Whether a record is what the user wants to start on. */
export function filterOf(settings: Settings): (record: { readonly json: IDataObject }) => boolean {
	const pairs = wanted(settings);
	return ({ json }) => pairs.every(([name, value]) => json[name] === value);
}
