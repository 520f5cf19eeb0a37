// Checks the `leads` of an upload (the document, Leads, "Upsert leads."). Every bad lead is named
// and what becomes of an upload with a bad lead, the settings say.
import { isRecord } from './input.mts';
import type { Input } from './input.mts';
import type { Leads, Row } from './leads.mts';
import type { Scalar } from './shapes.mts';
import type { GenPageStore } from './state.mts';
import type { Workspace } from './workspaces.mts';

/**
 * The rows of an upload, undefined for what is none. Problems go to `input`, named like
 * `leads.3.values`.
 *
 * @param workspace the workspace of the campaign, or undefined where the campaign is unknown
 */
export function readRows(
	input: Input,
	{ leads, settings }: GenPageStore,
	workspace: Workspace | undefined,
): Array<Row | undefined> {
	return input.list('leads').map((lead, at) => {
		const row = readRow(input, lead, `leads.${at}.values`, settings.keepsBlank);
		if (row !== undefined) checkIdentity(input, row, `leads.${at}.values`, leads, workspace);
		return row;
	});
}

function readRow(input: Input, lead: unknown, field: string, keepsBlank: boolean): Row | undefined {
	const values = isRecord(lead) ? lead.values : undefined;
	if (!isRecord(lead) || values === undefined || values === null) {
		input.problem(field, `The ${field} field is required.`);
		return undefined;
	}
	if (!isRecord(values)) {
		input.problem(field, `The ${field} field must be an object.`);
		return undefined;
	}
	return {
		leadId: readLeadId(input, values.lead_id ?? lead.lead_id, field),
		genpageUrl: textOf(values.genpage_url ?? lead.genpage_url),
		values: readValues(input, values, field, keepsBlank),
	};
}

/** NaN, which no lead has, for an id that is no number. */
function readLeadId(input: Input, value: unknown, field: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const id = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
	if (!Number.isSafeInteger(id)) {
		input.problem(`${field}.lead_id`, `The ${field}.lead_id field must be an integer.`);
	}
	return id;
}

/** @param keepsBlank whether "" is a value, and null is ""; otherwise both change nothing */
function readValues(
	input: Input,
	values: Record<string, unknown>,
	field: string,
	keepsBlank: boolean,
): Map<string, Scalar> {
	const read = new Map<string, Scalar>();
	for (const [key, sent] of Object.entries(values)) {
		const value = sent ?? '';
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
			if (value !== '' || keepsBlank) read.set(key, value);
		} else {
			const name = `${field}.${key}`;
			input.problem(name, `The ${name} field must be a string, a number or a boolean.`);
		}
	}
	return read;
}

function checkIdentity(
	input: Input,
	row: Row,
	field: string,
	leads: Leads,
	workspace: Workspace | undefined,
): void {
	if (row.leadId !== undefined || row.genpageUrl !== undefined) {
		const key = row.leadId === undefined ? 'genpage_url' : 'lead_id';
		if (workspace === undefined || Number.isNaN(row.leadId) || leads.knows(workspace, row)) return;
		input.problem(`${field}.${key}`, `The selected ${field}.${key} is invalid.`);
		return;
	}
	if (hasText(row, 'email') || hasText(row, 'linkedin_profile_url')) return;
	input.problem(
		field,
		`The ${field} field must have an email or a linkedin_profile_url to create a lead, ` +
			'or a lead_id or a genpage_url to update one.',
	);
}

function hasText(row: Row, key: string): boolean {
	return textOf(row.values.get(key)) !== undefined;
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
