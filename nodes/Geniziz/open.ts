import { bodyFields } from '../shared/body';
import type { Field } from '../shared/field';
import { keyValues } from '../shared/keyValues';
import type { Operation } from '../shared/operation';
import { crud, type Thing } from '../shared/operations/crud';
import { options } from '../shared/options';

const fieldValues = keyValues({
	name: 'fieldValues',
	displayName: 'Fields',
	description: 'What to send, by the names that Geniziz gives its fields',
});

/**
 * A body that Geniziz's document leaves open: fields by name, or JSON.
 *
 * @param example what the JSON may look like
 * @param before the fields that come first in the form, such as the record's ID
 */
export function open<const Before extends readonly Field[]>(example: object, ...before: Before) {
	return {
		fields: [...before, ...bodyFields(example, fieldValues), options()],
		body: ({ jsonBody, fieldValues: values }: OpenInput): object => jsonBody ?? values ?? {},
	} as const;
}

/** What is entered for an open body. */
export interface OpenInput {
	readonly jsonBody?: Record<string, unknown>;
	readonly fieldValues?: Record<string, unknown>;
}

/**
 * All five operations on records whose bodies the document leaves open.
 *
 * @param update what Update does, where there is more to say
 */
export function openCrud(thing: Thing, example: object, update?: string): Operation[] {
	return crud(thing, open(example), open(example, thing.id), update);
}
