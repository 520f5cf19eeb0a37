import { isRecord } from '../../shared/values/records';

/** What is inside of the wrapper: JSON out of the vendor's document may come with it. */
export function unwrapped(wrapper: string, json: Record<string, unknown>): Record<string, unknown> {
	const inside = json[wrapper];
	return isRecord(inside) && Object.keys(json).length === 1 ? inside : json;
}
