/** One thing wrong with one field. */
export interface FieldIssue {
	/** The field's display name. */
	readonly field: string;
	/** What is wrong, continuing the sentence that starts with the field's name. */
	readonly wrong: string;
	/** What to do about it. */
	readonly fix: string;
	/** Whether that is only where to enter another value: a model has no form. */
	readonly isWhereOnly?: boolean;
}

/** The checked values of a form or an item, or what is wrong with them. */
export type Checked<Input> = { input: Input } | { issues: readonly FieldIssue[] };
