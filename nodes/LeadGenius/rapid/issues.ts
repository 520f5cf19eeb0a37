import type { FieldIssue } from '../../shared/parameters';

/** What a request lacks when its data is entered as fields. */
export function rapidIssues(input: {
	readonly data?: Readonly<Record<string, string | undefined>>;
}): readonly FieldIssue[] {
	const { data } = input;
	if (data === undefined || Object.values(data).some((value) => value !== undefined)) return [];
	return [
		{
			field: 'Known Data',
			wrong: 'is empty',
			fix: "Add what is known of the account or contact, such as 'Company Website' or 'Contact Email'",
		},
	];
}
