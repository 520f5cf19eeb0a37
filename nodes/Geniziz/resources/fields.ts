import { resourceLocator } from '../../shared/form/resourceLocator';
import { optionalText, text } from '../../shared/form/schema';
import { requiredTextField } from '../../shared/form/textField';

const status = { displayName: 'Status', placeholder: 'e.g. stat_1a2b3c4d5e6f7g8h9i0j1k' } as const;

/** How the document's own IDs begin, of those that are entered by hand ("IDs"). */
type Prefix = 'acti' | 'oppo';

/**
 * The ID of a record, which must be there. Its form is Geniziz's own business: an example is shown
 * only where the document has the prefix.
 */
export function idField<const Name extends string>(
	name: Name,
	noun: string,
	its: { readonly prefix?: Prefix; readonly description?: string } = {},
) {
	const { prefix, description = `Its 'id' in the output of ${noun} > Get Many` } = its;
	return requiredTextField({
		displayName: `${noun} ID`,
		name,
		placeholder: prefix && `e.g. ${prefix}_2x9Qb1c3d4e5f6g7h8i9j0`,
		description,
	});
}

/** A record's status: leads and opportunities each have a list of their own. */
export function statusId(searchListMethod: string) {
	return resourceLocator({ ...status, name: 'statusId', searchListMethod }, optionalText);
}

/** A status that is itself what the operation is about. */
export function requiredStatus<const Name extends string>(name: Name, searchListMethod: string) {
	return resourceLocator({ ...status, name, searchListMethod, required: true }, text);
}
