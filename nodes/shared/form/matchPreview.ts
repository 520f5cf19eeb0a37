import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { z } from 'zod';
import { leavesOf, type Leaf } from '../meaning/leaves';
import { Matcher } from '../meaning/matches';
import type { Names } from '../meaning/names';
import { isDataObject } from '../values/records';
import { firstOf } from '../values/text';
import { field, shownFor } from './field';
import { MEANING } from './meaning';

/** What the editor hands over of the input: it resolves what a list of the form depends on. */
const SAMPLE = 'inputSample';

/**
 * The mapping that the form shows before a run: what of the input at hand goes where. n8n has the
 * node's method match the item that the editor shows, whenever that changes.
 *
 * @param mode the field that says that fields are matched
 * @param dependsOn the fields on which what is known depends
 */
export function previewFields(mode: string, dependsOn: readonly string[] = []) {
	const sample = field(
		{
			displayName: 'Input',
			name: SAMPLE,
			type: 'hidden',
			default: '={{ JSON.stringify($json) }}',
		},
		z.unknown(),
	);
	const preview = field(
		{
			displayName: 'What Goes Where',
			name: 'matches',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			description:
				'What is matched of the input at hand. It is only shown: each item is matched anew.',
			typeOptions: {
				loadOptionsDependsOn: [SAMPLE, ...dependsOn],
				resourceMapper: {
					resourceMapperMethod: 'getMatches',
					mode: 'add',
					valuesLabel: 'What Goes Where (Preview)',
					fieldWords: { singular: 'match', plural: 'matches' },
					addAllFields: true,
					multiKeyMatch: false,
					supportAutoMap: false,
				},
			},
		},
		z.unknown(),
	);
	return [
		{ ...shownFor(mode, [MEANING], sample), formOnly: true },
		{ ...shownFor(mode, [MEANING], preview), formOnly: true },
	] as const;
}

/**
 * A method of a node for the form: the fields of the vendor that the input fills, and from which of its
 * fields.
 *
 * @param namesOf what the vendor calls what it knows, for the form as it is
 */
export function matchesIn(namesOf: (form: ILoadOptionsFunctions) => Names) {
	return function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		return Promise.resolve(matchesOf(this, namesOf(this)));
	};
}

function matchesOf(form: ILoadOptionsFunctions, names: Names): ResourceMapperFields {
	const item = itemIn(form.getCurrentNodeParameter(SAMPLE));
	if (!item) return { fields: [] };
	const leaves = new Map(leavesOf(item).map((leaf) => [leaf.name, leaf]));
	const { from } = new Matcher(names).match(item);
	const fields = [...from].map(([name, origins]) => ({
		id: name,
		displayName: `${name} ← ${firstOf(origins, 3)}`,
		type: 'string' as const,
		required: false,
		defaultMatch: false,
		display: true,
		readOnly: true,
		defaultValue: expressionFor(leaves.get(origins[0] ?? '')),
	}));
	return { fields };
}

function itemIn(sample: unknown): IDataObject | undefined {
	if (typeof sample !== 'string') return undefined;
	try {
		const item: unknown = JSON.parse(sample);
		return isDataObject(item) && Object.keys(item).length > 0 ? item : undefined;
	} catch {
		return undefined;
	}
}

/** Shows the value of the item at hand, and none that would be saved with the workflow. */
function expressionFor(leaf: Leaf | undefined): string {
	const path = (leaf?.path ?? []).map((key) => `[${JSON.stringify(key)}]`).join('');
	return `={{ $json${path} }}`;
}
