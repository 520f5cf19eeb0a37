import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { z } from 'zod';
import type { Checked, FieldIssue } from '../values/issues';
import { isBlank, quote, textOf } from '../values/text';
import type { Names } from '../meaning/names';
import { field } from './field';
import { columnNames } from './matching';
import { checked } from './schema';

/** What a resource mapper hands over: the mode and, when mapped by hand, the values. */
export interface Columns {
	mode: 'autoMapInputData' | 'defineBelow';
	values: Record<string, unknown>;
}

const columnsShape = z.object({
	mappingMode: z.string().nullish(),
	value: z.record(z.string(), z.unknown()).nullish(),
});

const columnsSchema = checked<Columns>((value) => {
	const shape = columnsShape.safeParse(value);
	if (!shape.success) return { wrong: `must be a column mapping, not ${quote(value)}` };
	const mode = shape.data.mappingMode === 'defineBelow' ? 'defineBelow' : 'autoMapInputData';
	return { ok: { mode, values: shape.data.value ?? {} } };
});

/** The description of 'Columns', the node's method that lists them, and the fields that the list depends on. */
interface AboutColumns {
	readonly description: string;
	readonly resourceMapperMethod: string;
	readonly loadOptionsDependsOn: string[];
	/** The fields on which what can be matched depends. */
	readonly matchesDependOn?: readonly string[];
	/** What the vendor calls it in errors, where that is not 'columns'. */
	readonly vendorName?: string;
}

/**
 * The fields that say which columns of an item a batch sends: all of them by their names, those mapped by
 * hand, or those whose meaning is known.
 *
 * @param names what the vendor calls what it knows
 */
export function columnsFields(names: Names, { vendorName, ...about }: AboutColumns) {
	return [
		...columnNames(names, about.matchesDependOn),
		{ ...columnsField(about), vendorName },
	] as const;
}

function columnsField(about: Omit<AboutColumns, 'vendorName'>) {
	const { resourceMapperMethod, loadOptionsDependsOn } = about;
	const description = `${about.description} Empty values are not sent.`;
	return field(
		{
			displayName: 'Columns',
			name: 'columns',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'autoMapInputData', value: null },
			required: true,
			description,
			displayOptions: { show: { mapping: ['asGiven'] } },
			typeOptions: {
				loadOptionsDependsOn,
				resourceMapper: {
					resourceMapperMethod,
					mode: 'add',
					valuesLabel: 'Columns',
					fieldWords: { singular: 'column', plural: 'columns' },
					addAllFields: true,
					multiKeyMatch: false,
					supportAutoMap: true,
				},
			},
		},
		columnsSchema,
	);
}

/** A column of the mapping form. @param removed whether it is left out until it is asked for */
export function column(id: string, displayName: string, removed = false): ResourceMapperField {
	return {
		id,
		displayName,
		type: 'string',
		required: false,
		defaultMatch: false,
		display: true,
		removed,
	};
}

/** A column's name as vendors write it: 'Company Name' and 'companyName' are 'company_name'. */
export function asColumnName(given: string): string {
	return given
		.trim()
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.replace(/[\s-]+/g, '_')
		.toLowerCase();
}

/** How a vendor takes the columns of an item. */
interface Taking {
	/** The vendor's name for a column of the input. */
	readonly nameOf: (given: string) => string;
	/** What it takes, for errors: 'GenPage takes text'. */
	readonly takes: string;
}

/** The values of one item, by column. */
export type ColumnValues = Record<string, string | number | boolean>;

/**
 * The values of an item by the vendor's names: all its fields, or those mapped by hand. Blank ones
 * are left out, dates become ISO 8601 text, lists and objects are refused, and so are two fields for
 * the same column that do not say the same.
 */
export function columnValues(
	{ mode, values }: Columns,
	json: IDataObject,
	{ nameOf, takes }: Taking,
): Checked<ColumnValues> {
	const isAuto = mode === 'autoMapInputData';
	const input: ColumnValues = {};
	const issues: FieldIssue[] = [];
	const origins = new Map<string, string>();
	for (const [key, value] of Object.entries(isAuto ? json : values)) {
		if (isBlank(value)) continue;
		const text = textOf(value);
		const isPlain = typeof value === 'number' || typeof value === 'boolean';
		const plain = isPlain && text !== undefined ? value : text;
		// Spreadsheets leave a byte order mark and spaces in headers; trim() takes both.
		const name = isAuto ? nameOf(key.trim()) : key;
		const before = origins.get(name);
		if (plain === undefined) {
			issues.push(nestedIssue(key, value, takes));
		} else if (before !== undefined && String(input[name]).trim() !== String(plain).trim()) {
			issues.push(twiceIssue(before, key, name));
		} else {
			input[name] = plain;
			origins.set(name, key);
		}
	}
	return issues.length > 0 ? { issues } : { input };
}

function twiceIssue(one: string, other: string, name: string): FieldIssue {
	return {
		field: other,
		wrong: `and '${one}' are both for '${name}' and hold different values`,
		fix: `Remove or rename one of the two, or set 'Columns' to 'Map Each Column Manually'`,
	};
}

function nestedIssue(key: string, value: unknown, takes: string): FieldIssue {
	return {
		field: key,
		wrong: `holds ${quote(value)}, but ${takes}`,
		fix: `Set 'Columns' to 'Map Each Column Manually', or remove or flatten '${key}' with an Edit Fields node before this one`,
	};
}
