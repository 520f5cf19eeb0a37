import { collection, type Field } from './field';
import { requestTimeout } from './options';

/** The Options collection of a trigger: its own options and those that every trigger has. */
export function triggerOptions<const Own extends readonly Field[]>(...own: Own) {
	return collection({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
		...own,
		requestTimeout,
	]);
}
