import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { App, Operation, Resource } from '../run/operation';
import { byText } from '../values/text';

/**
 * The form of an app node: the Resource and Operation dropdowns and every operation's fields,
 * each shown for its own operation only.
 */
export function describe(app: App): INodeProperties[] {
	return [
		resourceDropdown(app),
		...app.resources.map(operationDropdown),
		...app.resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => fieldsOf(resource, operation)),
		),
	];
}

function resourceDropdown(app: App): INodeProperties {
	return dropdown(
		'Resource',
		app.resources.map(({ name, value }) => ({ name, value })),
	);
}

function operationDropdown(resource: Resource): INodeProperties {
	return {
		...dropdown(
			'Operation',
			resource.operations.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
		),
		displayOptions: { show: { resource: [resource.value] } },
	};
}

/** A dropdown in alphabetical order, whose default is the choice that the table names first. */
function dropdown(displayName: string, choices: INodePropertyOptions[]): INodeProperties {
	const base = { displayName, name: displayName.toLowerCase(), noDataExpression: true };
	const options = choices.toSorted((a, b) => byText(a.name, b.name));
	return { ...base, type: 'options', options, default: choices[0]?.value ?? '' };
}

function fieldsOf(resource: Resource, operation: Operation): INodeProperties[] {
	return operation.fields.map(({ property }) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: {
				resource: [resource.value],
				operation: [operation.value],
				...property.displayOptions?.show,
			},
		},
	}));
}
