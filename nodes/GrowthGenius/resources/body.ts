import { isRecord, onlySet } from '../../shared/values/records';
import { snakeCase } from '../../shared/values/text';

/**
 * The values of a form as GrowthGenius names them: companyName becomes company_name. Empty ones
 * are left out, so that an update changes only what is set.
 */
export function snakeCased(values: object = {}): Record<string, unknown> {
	const named = Object.entries(values).map(([name, value]) => [snakeCase(name), value]);
	return onlySet(Object.fromEntries(named));
}

/** What is inside of the wrapper: JSON out of the vendor's document may come with it. */
export function unwrapped(wrapper: string, json: Record<string, unknown>): Record<string, unknown> {
	const inside = json[wrapper];
	return isRecord(inside) && Object.keys(json).length === 1 ? inside : json;
}
