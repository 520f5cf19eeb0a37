/** One thing wrong with one field. */
export interface FieldIssue {
	/** The field's display name. */
	readonly field: string;
	/** What is wrong, continuing the sentence that starts with the field's name. */
	readonly wrong: string;
	/** What to do about it. */
	readonly fix: string;
}

/** The checked values of a form or an item, or what is wrong with them. */
export type Checked<Input> = { input: Input } | { issues: readonly FieldIssue[] };
