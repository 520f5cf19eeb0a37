// The fields of all operations, and how a test puts a value into one of them.
import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { parametersOf, type FormExample, type Named } from './examples.mts';
import type { TableField } from './table.mts';

/** A field of an operation, or one in a collection of it. */
export interface FieldUnderTest {
	readonly example: FormExample;
	/** The field itself, or the collection that it is in. */
	readonly outer: TableField;
	readonly each: Pick<TableField, 'name' | 'property'>;
}

/** All fields of all examples' operations. */
export function everyField(examples: ReadonlyArray<Named<FormExample>>): FieldUnderTest[] {
	return examples.flatMap(([, example]) =>
		entered(example).flatMap((outer) =>
			[outer, ...(outer.inner ?? [])].map((each) => ({ example, outer, each })),
		),
	);
}

/** The fields into which something is entered. */
function entered({ row }: FormExample): readonly TableField[] {
	return row.fields.filter(({ formOnly, property }) => !formOnly && property.type !== 'notice');
}

/** The example's parameters with an expression in a field, which is shown for it. */
export function showing(
	{ example, outer, each }: FieldUnderTest,
	expression: string,
): INodeParameters {
	const parameters = parametersOf(example);
	for (const { field, values } of outer.only) parameters[field] = values[0];
	const within = outer === each ? parameters : parametersIn(parameters[outer.name]);
	const value = valueFor(each, expression, within[each.name]);
	parameters[outer.name] = outer === each ? value : { ...within, [each.name]: value };
	return parameters;
}

function parametersIn(value: NodeParameterValueType | undefined): INodeParameters {
	return isParameters(value) ? value : {};
}

function isParameters(value: NodeParameterValueType | undefined): value is INodeParameters {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An expression in the form that the field's own control stores it in. */
function valueFor(
	{ property }: Pick<TableField, 'property'>,
	expression: string,
	current: NodeParameterValueType | undefined,
): NodeParameterValueType {
	if (property.type === 'resourceLocator') {
		const { mode } = parametersIn(current);
		return { __rl: true, mode: mode ?? 'id', value: expression };
	}
	if (property.type === 'resourceMapper') {
		const columns = Object.keys(parametersIn(parametersIn(current).value));
		const value = Object.fromEntries(columns.map((column) => [column, expression]));
		return { mappingMode: 'defineBelow', value };
	}
	return expression;
}
