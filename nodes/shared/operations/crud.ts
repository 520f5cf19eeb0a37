import { nothingSetIssues } from '../body';
import type { Field, InputOf } from '../field';
import type { About, Operation } from '../operation';
import { options } from '../options';
import type { Paging } from '../paging';
import type { ApiRequest } from '../transport/request';
import { list, many } from './list';
import { deleted, single } from './single';

/** A list of records. */
export interface Listing extends Pick<ApiRequest, 'limitGroup'> {
	/** 'email templates' */
	readonly several: string;
	/** With a slash at its end. */
	readonly path: string;
	/** The fields of what it is part of, where its path names that. */
	readonly within?: readonly Field[];
	/** How the vendor gives lists and records out. */
	readonly reading: {
		/** Options of Get and Get Many. */
		readonly options: readonly Field[];
		readonly query: (input: unknown) => ApiRequest['query'];
		/** Where an answer holds its records. */
		readonly records: readonly string[];
		readonly paging: Paging;
	};
}

/** A kind of record that is created, read, updated and deleted in the usual way. */
export interface Thing extends Listing {
	/** With its article: 'an email template'. */
	readonly one: string;
	/** Its ID, which stands behind the path of its list. */
	readonly id: Field;
}

/** What is sent to create or change a record: all fields of the operation, and the body of them. */
export interface Form<Fields extends readonly Field[]> {
	readonly fields: Fields;
	readonly body: (input: InputOf<Fields>) => object;
}

/** How an operation is called. */
type Naming = Pick<About, 'value' | 'name' | 'action' | 'description'>;

/** Pairs the fields of an operation with the body that is made of them. */
export function form<const Fields extends readonly Field[]>(
	fields: Fields,
	body: (input: InputOf<Fields>) => object,
): Form<Fields> {
	return { fields, body };
}

/**
 * All five operations on a plain resource.
 *
 * @param change what Update does, where there is more to say
 */
export function crud<const New extends readonly Field[], const Change extends readonly Field[]>(
	thing: Thing,
	create: Form<New>,
	update: Form<Change>,
	change?: string,
): Operation[] {
	return [
		createOf(thing, create),
		getOf(thing),
		manyOf(thing),
		updateOf(thing, update, change),
		deleteOf(thing),
	];
}

/** Create: POST to the list. */
export function createOf<const Fields extends readonly Field[]>(
	thing: Thing,
	form: Form<Fields>,
	description = `Create ${thing.one}`,
): Operation {
	const { path, limitGroup } = thing;
	const about = aboutOf(thing, 'create', 'Create', description);
	return single({ ...about, method: 'POST', path, limitGroup, ...form });
}

/** Get: GET of the record. */
export function getOf(thing: Thing): Operation {
	const { reading, limitGroup } = thing;
	return single({
		...aboutOf(thing, 'get', 'Get', `Retrieve ${thing.one}`),
		method: 'GET',
		path: recordPath(thing),
		fields: [...namedBy(thing), options(...reading.options)],
		query: reading.query,
		limitGroup,
	});
}

/** Get Many: GET of the list. */
export function manyOf(
	listing: Listing,
	more: Partial<Naming> & { readonly endpoint?: (input: unknown) => string } = {},
): Operation {
	const { several, path, within = [], reading, limitGroup } = listing;
	return list({
		value: 'getAll',
		name: 'Get Many',
		action: `Get many ${several}`,
		description: `Retrieve a list of ${several}`,
		...more,
		method: 'GET',
		path,
		fields: [...within, ...many, options(...reading.options)],
		query: reading.query,
		records: reading.records,
		paging: reading.paging,
		limitGroup,
	});
}

/** Update: PUT of what is set to the record; nothing set is bad input. */
export function updateOf<const Fields extends readonly Field[]>(
	thing: Thing,
	form: Form<Fields>,
	description = `Update ${thing.one}; what is left out stays as it is`,
): Operation {
	const { limitGroup } = thing;
	const about = aboutOf(thing, 'update', 'Update', description);
	return single({
		...about,
		method: 'PUT',
		path: recordPath(thing),
		limitGroup,
		...form,
		check: (input) => nothingSetIssues(form.body(input)),
	});
}

/** Delete: DELETE of the record. */
export function deleteOf(thing: Thing, description = `Delete ${thing.one}`): Operation {
	return single({
		...aboutOf(thing, 'delete', 'Delete', description),
		method: 'DELETE',
		path: recordPath(thing),
		fields: [...namedBy(thing), options()],
		limitGroup: thing.limitGroup,
		answerless: true,
		output: deleted,
	});
}

function recordPath({ path, id }: Thing): string {
	return `${path}{${id.name}}/`;
}

/** The fields that name one record. */
function namedBy({ within = [], id }: Thing): readonly Field[] {
	return [...within, id];
}

function aboutOf({ one }: Thing, value: string, name: string, description: string): Naming {
	return { value, name, action: `${name} ${one.replace(/^an? /, '')}`, description };
}
