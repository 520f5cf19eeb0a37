// Uploads: POST enrichment/upload/, and GET and POST enrichment/upload/{slug}/ ("Creating an API
// Campaign"; the second path is from newer documents).
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import type { Campaign } from './campaign.mts';
import { allowedFields } from './campaigns.mts';
import { IDENTIFIER_FIELDS, JOB_TYPES, STANDARD_FIELDS } from './fields.mts';
import { Input, noChoice } from './input.mts';
import { readRecords } from './records.mts';
import type { LeadGeniusStore } from './store.mts';

const SLUG = /^[A-Za-z0-9_-]+$/;

/** POST enrichment/upload/: the body names the campaign. An unknown one is made. */
export function upload(store: LeadGeniusStore, request: VendorRequest): VendorAnswer {
	const input = new Input(request);
	const slug = input.text('slug');
	if (slug !== '' && !SLUG.test(slug)) {
		const kinds = 'letters, numbers, underscores or hyphens';
		input.problems.add('slug', `Enter a valid "slug" consisting of ${kinds}.`);
	}
	return take(store, input, slug, store.campaigns.bySlug(slug), false);
}

/** POST enrichment/upload/{slug}/: `type` and `fields` may be left out. */
export function uploadTo(
	store: LeadGeniusStore,
	request: VendorRequest,
	slug: string,
): VendorAnswer {
	const input = new Input(request);
	const named = input.value('slug');
	if (named !== undefined && named !== slug) {
		input.problems.add('slug', 'This is not the slug of the address.');
	}
	return take(store, input, slug, store.campaigns.known(slug), true);
}

/** GET enrichment/upload/{slug}/: an upload as it could be sent, with the campaign's own fields. */
export function sampleUpload(
	store: LeadGeniusStore,
	_request: VendorRequest,
	slug: string,
): VendorAnswer {
	const campaign = store.campaigns.known(slug);
	const { parts, webhookUrl } = campaign;
	const fields = campaign.fields;
	const record = {
		...Object.fromEntries(fields.map((field) => [field, ''])),
		org_company_name: 'Zinc Holdings',
		org_website: 'simplefake.org',
		contact_last_name: 'Doe',
	};
	const url = store.settings.sampleUrl ? { webhook_url: webhookUrl } : {};
	return { status: 200, body: { slug, type: parts.type, fields, records: [record], ...url } };
}

function take(
	store: LeadGeniusStore,
	input: Input,
	slug: string,
	known: Campaign | undefined,
	isInAddress: boolean,
): VendorAnswer {
	const type = readType(input, known, isInAddress);
	const fields = readFields(input, type, known, isInAddress);
	const records = readRecords(input, allowedFields(known));
	const webhookUrl = input.url('webhook_url');
	const { errorForm, refusal, uploadAnswer } = store.settings;
	const { badItems } = input.problems;
	if (refusal === 'whole' || badItems === undefined) input.problems.check(errorForm);

	const asked = fields ?? campaignFields(known);
	const parts = { slug, type, dashboard: false, fields: asked };
	const campaign = known ?? store.campaigns.create(parts);
	// An upload without a URL, or with a blank one, leaves the campaign's alone.
	if (typeof webhookUrl === 'string') campaign.webhookUrl = webhookUrl;
	const good = records.filter((_, at) => !badItems?.has(at));
	const added = store.upload(campaign, good, asked);
	// What was taken until here stays taken.
	input.problems.check(errorForm);
	if (uploadAnswer === 'empty') {
		return { status: known === undefined ? 201 : 200, body: undefined };
	}
	const ids = added.map(({ id }) => id);
	return { status: 201, body: { slug, type, records: ids, count_uploaded: campaign.uploaded } };
}

/** What a campaign returns where an upload does not say. */
export function campaignFields(campaign: Campaign | undefined): readonly string[] {
	return campaign === undefined || campaign.fields.length === 0 ? STANDARD_FIELDS : campaign.fields;
}

function readType(input: Input, known: Campaign | undefined, isInAddress: boolean): string {
	if (isInAddress && known !== undefined && input.value('type') === undefined) {
		return known.parts.type;
	}
	const type = input.text('type');
	if (type !== '' && !JOB_TYPES.includes(type)) {
		input.problems.add('type', noChoice(type));
	} else if (known !== undefined && type !== '' && type !== known.parts.type) {
		const message = `You must use the same type as the existing job: "${known.parts.type}".`;
		input.problems.add('type', message);
	}
	return type;
}

/**
 * The fields to return, or undefined where they may be and are left out: in the document's own
 * example with curl, of type datahub, and where the address names the campaign.
 */
function readFields(
	input: Input,
	type: string,
	known: Campaign | undefined,
	isInAddress: boolean,
): string[] | undefined {
	const mayBeLeftOut = isInAddress || type === 'datahub';
	if (mayBeLeftOut && input.value('fields') === undefined) return undefined;
	const items =
		type === 'single_field'
			? (input.list('fields') ?? input.fullList('fields'))
			: input.fullList('fields');
	const allowed = allowedFields(known);
	const fields = items.filter((item) => typeof item === 'string');
	for (const item of items) {
		if (typeof item !== 'string' || !allowed.has(item))
			input.problems.add('fields', noChoice(item));
	}
	if (type === 'single_field' && !input.problems.has('fields')) checkSingle(input, fields);
	return [...new Set(fields)];
}

/** The last two of "Specific Errors". */
function checkSingle(input: Input, fields: readonly string[]): void {
	const others = fields.filter((field) => !IDENTIFIER_FIELDS.has(field));
	if (others.length === 0) {
		const message = 'This list may not be empty. single_field type requires 1 field';
		input.problems.add('fields', message);
	} else if (others.length > 1) {
		const message = `single_field type requires 1 field. Passed ${others.length}`;
		input.problems.add('fields', message);
	}
}
