import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { Matched } from '../../../shared/meaning/matches';
import type { Names } from '../../../shared/meaning/names';
import { undocumented } from '../../../shared/operations/answer';
import type { Entry } from '../../../shared/operations/grouping';
import type { Checked, FieldIssue } from '../../../shared/values/issues';
import type { UploadInput } from './fields';
import { names } from '../../names';
import { advised, recordIssues, valuesOf, type Reading, type RecordValues } from './values';

/** What identifies a record; single_field asks for one field beside these. */
const IDENTIFYING: readonly string[] = [
	'org_company_name',
	'org_website',
	'org_record_id',
	'contact_last_name',
	'contact_email',
	'contact_record_id',
];

/** What LeadGenius says of an upload; only the IDs matter, and no document promises them. */
const uploaded = z.object({ records: z.array(z.union([z.number(), z.string()])) });

/** The IDs of a batch's records in their order, if LeadGenius told them. */
export function recordIdsIn(answer: unknown, count: number): readonly string[] | undefined {
	const ids = idsIn(answer);
	return ids.length === count ? ids : undefined;
}

function idsIn(answer: unknown): string[] {
	const parsed = uploaded.safeParse(answer);
	return parsed.success ? parsed.data.records.map(String) : [];
}

/**
 * What is sent for an item, unless there are issues.
 *
 * @param match what the item is, by what its fields mean
 * @param others what else is wrong with the item
 */
export function recordEntry(
	input: Reading,
	json: IDataObject,
	match: (names: Names) => Matched,
	others: readonly FieldIssue[] = [],
): Checked<Entry<RecordValues>> {
	const values = valuesOf(input, json, () => match(names));
	if ('issues' in values) return values;
	const issues = [...others, ...advised(recordIssues(values.input), names, input, json)];
	return issues.length > 0 ? { issues } : { input: { payload: values.input } };
}

/** The output of a batch: one record, with whatever LeadGenius has answered. */
export function uploadOutput({
	answer,
	items,
	input,
}: {
	readonly answer: IDataObject;
	readonly items: readonly number[];
	readonly input: { readonly campaignSlug: string };
}) {
	const json = { slug: input.campaignSlug, records_sent: items.length, ...answer };
	return [{ json, items }];
}

/** How records are uploaded (LeadGenius API Docs, "Creating an API Campaign"). */
export const uploading = {
	method: 'POST',
	path: '/api/v1/enrichment/upload/',
	listKey: 'records',
	repeat: 'ifNotTaken',
	check(
		input: UploadInput,
		{ json }: INodeExecutionData,
		match: (names: Names) => Matched,
	): Checked<Entry<RecordValues>> {
		return recordEntry(input, json, match, fieldIssues(input));
	},
	// No document says what comes back; newer ones promise no IDs.
	answer: undocumented(),
	receipt(answer: unknown, items: readonly number[]): string {
		const ids = idsIn(answer);
		return ids.length > 0 ? `records ${ids.join(', ')}` : `${items.length} records`;
	},
} as const;

/** The body of an upload. @param webhookUrl where LeadGenius is to send its notifications */
export function uploadBody(
	input: UploadInput,
	records: readonly RecordValues[],
	webhookUrl: string | undefined,
) {
	const wanted = wantedOf(input);
	return {
		slug: input.campaignSlug,
		type: typeOf(input),
		...(wanted.length > 0 && { fields: wanted }),
		records,
		...(webhookUrl !== undefined && { webhook_url: webhookUrl }),
	};
}

function typeOf({ jobType: chosen, otherJobType: other }: UploadInput): string {
	return other ?? chosen;
}

function wantedOf({ fields: chosen, otherFields: others }: UploadInput): string[] {
	return [...new Set([...chosen, ...others])];
}

/** "Specific Errors": single_field takes one field beside the identifying ones. */
function fieldIssues(input: UploadInput): FieldIssue[] {
	const wanted = wantedOf(input);
	const field = 'Fields to Return';
	const further = wanted.filter((name) => !IDENTIFYING.includes(name));
	if (typeOf(input) === 'single_field' && further.length !== 1) {
		const passed = further.length === 0 ? 'none' : further.join(', ');
		return [
			{
				field,
				wrong: `must hold one field beside the identifying ones for the job type Single Field, not ${passed}`,
				fix: `Choose one field, or another 'Job Type'. These identify: ${IDENTIFYING.join(', ')}`,
			},
		];
	}
	if (wanted.length > 0 || typeOf(input) === 'datahub') return [];
	return [{ field, wrong: 'is empty', fix: 'Choose what LeadGenius is to find out' }];
}
