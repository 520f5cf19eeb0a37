import { field } from './field';
import { columns } from './schema';

/**
 * The field that says which columns of an item a batch sends: all of them, or those mapped by hand.
 *
 * @param shown its description, the node's method that lists the columns, and the fields on which
 *   that list depends
 */
export function columnsField(shown: {
	readonly description: string;
	readonly resourceMapperMethod: string;
	readonly loadOptionsDependsOn: string[];
}) {
	const { description, resourceMapperMethod, loadOptionsDependsOn } = shown;
	return field(
		{
			displayName: 'Columns',
			name: 'columns',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'autoMapInputData', value: null },
			required: true,
			description,
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
		columns,
	);
}
