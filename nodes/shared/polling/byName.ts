import { z } from 'zod';
import { isRecord } from '../values/records';

/**
 * The schema of values by name, as a row of n8n's static data holds them. n8n puts a hidden mark into
 * each object of it, which zod 4.0 would take for one of the values.
 */
export function byName<Value extends z.ZodTypeAny>(value: Value) {
	return z.preprocess(
		(given) => (isRecord(given) ? { ...given } : given),
		z.record(z.string(), value),
	);
}
