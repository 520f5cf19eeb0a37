import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { InputOf } from '../../shared/field';
import type { Call } from '../../shared/operations/call';
import { toRecord } from '../../shared/operations/records';
import type { Element } from '../../shared/operations/sendBatches';
import type { FieldIssue, Read } from '../../shared/parameters';
import { campaignSlug, columns, fields, jobType, otherFields, otherJobType } from './fields';
import { recordIssues, recordValues, type RecordValues } from './values';

/** What every upload asks for, beside its options. */
export const uploadFields = [
	campaignSlug,
	jobType,
	otherJobType,
	fields,
	otherFields,
	columns,
] as const;

type UploadInput = InputOf<typeof uploadFields> & { readonly options: { batchSize: number } };

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

/** An upload that LeadGenius took. */
export interface Uploaded {
	readonly answer: IDataObject;
	/** The IDs of the records in their order, if it told them. */
	readonly ids: readonly string[] | undefined;
}

/** How records are uploaded (LeadGenius API Docs, "Creating an API Campaign"). */
export const uploading = {
	method: 'POST',
	path: '/api/v1/enrichment/upload/',
	listKey: 'records',
	batchSize: (input: UploadInput) => input.options.batchSize,
	element(input: UploadInput, item: INodeExecutionData): Read<Element<RecordValues>> {
		const values = recordValues(input.columns, item.json);
		if ('issues' in values) return values;
		const issues = [...fieldIssues(input), ...recordIssues(values.input)];
		return issues.length > 0 ? { issues } : { input: { payload: values.input } };
	},
	answer(answer: unknown, call: Call): Uploaded {
		const parsed = uploaded.safeParse(answer);
		const ids = parsed.success ? parsed.data.records.map(String) : [];
		call.accept(ids.length > 0 ? `records ${ids.join(', ')}` : `${call.items.length} records`);
		const record = answerTo(answer, call);
		return { answer: record, ids: ids.length === call.items.length ? ids : undefined };
	},
} as const;

/** What came back, which no document describes: an object, or nothing. @throws NodeApiError */
export function answerTo(answer: unknown, call: Call): IDataObject {
	const record = answer === undefined ? {} : toRecord(answer);
	if (!record) throw call.unexpected(answer, 'it is not an object');
	return record;
}

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

/** What uploads must share to go in one request. */
export function campaignOf(input: UploadInput): readonly unknown[] {
	return [input.campaignSlug, typeOf(input), wantedOf(input)];
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
