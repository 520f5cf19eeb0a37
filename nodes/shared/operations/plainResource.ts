import { nothingSetIssues } from '../form/body';
import type { Field, InputOf } from '../form/field';
import { options, writeOptions } from '../form/options';
import { many } from '../form/returnAll';
import type { Paging } from '../lists/pageReader';
import type { Operation, Resource } from '../run/operation';
import type { ApiRequest, Repeat } from '../transport/request';
import type { FieldIssue } from '../values/issues';
import { documented, undocumented, type AnswerForm } from './answer';
import { list, type ListRow } from './list';
import { deleted, single, withId } from './single';

/** How a vendor gives records and lists out: the same for all its plain resources. */
export interface Reading {
	/** Options of Get and Get Many. */
	readonly options: readonly Field[];
	readonly query: (input: unknown) => ApiRequest['query'];
	/** What makes a record smaller, as `OperationInfo` says it. */
	readonly askLess?: string;
	/** Where an answer holds its records. */
	readonly records: readonly string[];
	readonly paging: Paging;
}

/** What is sent to create or change a record. */
export interface Writing<Fields extends readonly Field[] = readonly Field[]> {
	readonly fields: Fields;
	/** Gets the input of these fields, among others. A method, so that one type holds all resources. */
	body(input: InputOf<Fields>): object;
	/** A check across these fields, beside those that every operation of the kind has. */
	check?(input: InputOf<Fields>): readonly FieldIssue[];
	readonly answer: AnswerForm;
	/** When it may be sent again, which what is sent may decide. */
	readonly repeat: Repeat | ((body: object) => Repeat);
	readonly description?: string;
}

/** What may differ between the operations on one resource. */
interface Reached {
	readonly description?: string;
	/** The fields of what the record is part of, where they are others than the resource's. */
	readonly within?: readonly Field[];
}

type Listing = Reached & Pick<Partial<ListRow<readonly Field[]>>, 'path' | 'endpoint'>;

type Deleting = Pick<Reached, 'description'> & { readonly repeat: Repeat };

/** A resource whose records are created, read, changed and deleted in the usual way. */
export interface PlainResource<New extends readonly Field[], Change extends readonly Field[]>
	extends Pick<Resource, 'value' | 'name'> {
	/** The record with its article, and several: 'an email template', 'email templates'. */
	readonly nouns: readonly [one: string, several: string];
	/** The path of its list, with a slash at its end; a record's ID stands behind it. */
	readonly path: string;
	/** The fields of what it is part of, where its path names that. */
	readonly within?: readonly Field[];
	readonly id: Field;
	readonly reading: Reading;
	/** Those that the vendor has. */
	readonly operations: {
		readonly create?: Writing<New>;
		readonly get?: Reached;
		/** With a path and an endpoint where the list is read elsewhere. */
		readonly getAll?: Listing;
		readonly update?: Writing<Change>;
		readonly delete?: Deleting;
	};
	/** Its further operations. */
	readonly more?: readonly Operation[];
}

type AnyResource = PlainResource<readonly Field[], readonly Field[]>;

/** Makes a plain resource: Create, Get, Get Many, Update and Delete as far as it has them. */
export function plainResource<
	const New extends readonly Field[],
	const Change extends readonly Field[],
>(resource: PlainResource<New, Change>): Resource {
	const { value, name, operations, more = [] } = resource;
	const plain = [
		operations.create && createOperation(resource, operations.create),
		operations.get && getOperation(resource, operations.get),
		operations.getAll && listOperation(resource, operations.getAll),
		operations.update && updateOperation(resource, operations.update),
		operations.delete && deleteOperation(resource, operations.delete),
	];
	return { value, name, operations: [...plain.flatMap((each) => each ?? []), ...more] };
}

type Addressed = Pick<AnyResource, 'nouns' | 'path' | 'within' | 'id' | 'reading'>;

/** POST to the list. */
function createOperation(
	{ nouns: [one], path, within = [] }: Addressed,
	{ description = `Create ${one}`, ...create }: Writing,
): Operation {
	return single({
		...named('create', 'Create', one, description),
		method: 'POST',
		path,
		...create,
		repeat: (input) => repeatOf(create, input),
		fields: [...within, ...create.fields, writeOptions()],
	});
}

/** GET of the record. */
function getOperation(resource: Addressed, get: Reached): Operation {
	const { nouns, within = [], id, reading } = resource;
	const [one] = nouns;
	return single({
		...named('get', 'Get', one, get.description ?? `Retrieve ${one}`),
		method: 'GET',
		path: recordPath(resource),
		fields: [...(get.within ?? within), id, options(...reading.options)],
		askLess: reading.askLess,
		query: reading.query,
		answer: documented(),
	});
}

/** GET of the list. */
function listOperation(
	{ nouns: [, several], path, within = [], reading }: Addressed,
	{ within: among = within, description = `Retrieve a list of ${several}`, ...getAll }: Listing,
): Operation {
	return list({
		value: 'getAll',
		name: 'Get Many',
		action: `Get many ${several}`,
		description,
		method: 'GET',
		path,
		...getAll,
		fields: [...among, ...many, options(...reading.options)],
		askLess: reading.askLess,
		query: reading.query,
		records: reading.records,
		paging: reading.paging,
	});
}

/** PUT of what is set to the record; nothing set is bad input. */
function updateOperation(resource: Addressed, { description, ...update }: Writing): Operation {
	const { nouns, within = [], id } = resource;
	const [one] = nouns;
	const about = description ?? `Update ${one}; what is left out stays as it is`;
	return single({
		...named('update', 'Update', one, about),
		method: 'PUT',
		path: recordPath(resource),
		...update,
		repeat: (input) => repeatOf(update, input),
		fields: [...within, id, ...update.fields, writeOptions()],
		check: (input) => [...(update.check?.(input) ?? []), ...nothingSetIssues(update.body(input))],
		output: (record, input) => withId(record, input[id.name]),
	});
}

function repeatOf(writing: Writing, input: InputOf<readonly Field[]>): Repeat {
	const { repeat } = writing;
	return typeof repeat === 'function' ? repeat(writing.body(input)) : repeat;
}

/** DELETE of the record. */
function deleteOperation(resource: Addressed, { description, repeat }: Deleting): Operation {
	const { nouns, within = [], id } = resource;
	const [one] = nouns;
	return single({
		...named('delete', 'Delete', one, description ?? `Delete ${one}`),
		method: 'DELETE',
		repeat,
		path: recordPath(resource),
		fields: [...within, id, writeOptions()],
		answer: undocumented(),
		output: deleted,
	});
}

function recordPath({ path, id }: Addressed): string {
	return `${path}{${id.name}}/`;
}

function named(value: string, name: string, one: string, description: string) {
	return { value, name, action: `${name} ${one.replace(/^an? /, '')}`, description };
}
