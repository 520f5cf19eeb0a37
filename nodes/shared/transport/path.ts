import { isRecord } from '../values/records';

/**
 * Puts an input's values into a path: '/lead/{leadId}/' becomes '/lead/lead_1/'.
 *
 * Values are encoded, so that an ID with a slash cannot reach another endpoint.
 */
export function fillPath(path: string, input: unknown): string {
	const values = isRecord(input) ? input : {};
	return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}
