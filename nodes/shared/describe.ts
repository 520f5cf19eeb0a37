import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { App, Operation, Resource } from './operation';

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
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: byName(app.resources.map(({ name, value }) => ({ name, value }))),
		default: app.resources[0]?.value ?? '',
	};
}

function operationDropdown(resource: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: byName(
			resource.operations.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
		),
		default: resource.operations[0]?.value ?? '',
	};
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

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return options.sort((a, b) => a.name.localeCompare(b.name));
}
