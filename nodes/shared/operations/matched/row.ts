import type { Field, InputOf } from '../../form/field';
import type { RecordSource } from '../../lists/recordSource';
import type { Values, Way } from '../../lists/way';
import type { OperationInfo } from '../../run/operation';
import type { FieldIssue } from '../../values/issues';
import type { AnswerForm } from '../answer';
import type { Rules } from './changes';

/** How an existing record is brought to what an item says. */
export interface Updating {
	readonly method: 'PUT' | 'PATCH';
	/** The record's path; {id} stands for its ID. */
	readonly path: string;
	readonly answer: AnswerForm;
	/** How its fields are compared, where not as they are. */
	readonly rules: Rules;
}

/** How a vendor's records are found by what items say, and written. */
export interface Matching<Input> {
	readonly source: RecordSource;
	/** The record, and several: 'lead', 'leads'. */
	readonly nouns: readonly [one: string, several: string];
	/** By what an item is matched. */
	readonly way: (input: Input) => Way;
	/** What an item says of its record, by the vendor's names. */
	readonly values: (input: Input) => Readonly<object>;
	/** What is always known of a record for the output, beside what items say. */
	readonly known: readonly string[];
	/** The body that carries values; by default they are it. */
	readonly body?: (values: Values) => object;
	/** What the vendor's documents say of the answer to a creation. */
	readonly answer: AnswerForm;
}

/** A row for an operation that creates only what the vendor lacks. */
export interface CreateIfNewRow<Fields extends readonly Field[]> extends OperationInfo<Fields> {
	readonly method: 'POST';
	readonly check?: (input: InputOf<Fields>) => readonly FieldIssue[];
	readonly matching: Matching<InputOf<NoInfer<Fields>>>;
}

/** The same for one that also updates what is there. */
export interface UpsertRow<Fields extends readonly Field[]> extends CreateIfNewRow<Fields> {
	readonly update: Updating;
}

/** Both, as they are carried out. */
export interface MatchRow<Fields extends readonly Field[]> extends CreateIfNewRow<Fields> {
	readonly update?: Updating;
}
