import { isRecord } from '../values/records';

const PLACES = /\{(\w+)\}/g;

/**
 * Puts an input's values into a path: '/lead/{leadId}/' becomes '/lead/lead_1/'.
 *
 * Values are encoded, so that an ID with a slash cannot reach another endpoint.
 *
 * @throws Error for a value that climbs, see climbers()
 */
export function fillPath(path: string, input: unknown): string {
	const [climber] = climbers(path, input);
	if (climber !== undefined) throw new Error(`'${climber}' cannot stand in an address`);
	const values = isRecord(input) ? input : {};
	return path.replace(PLACES, (_, name: string) => encodeURIComponent(String(values[name])));
}

/**
 * The names of a path's values that would lead to another endpoint, however they are encoded: '..'
 * is the folder above, and deleting an opportunity's line item '..' would delete the opportunity.
 */
export function climbers(path: string, input: unknown): string[] {
	const values = isRecord(input) ? input : {};
	return [...path.matchAll(PLACES)]
		.map(([, name = '']) => name)
		.filter((name) => ['.', '..'].includes(String(values[name])));
}
