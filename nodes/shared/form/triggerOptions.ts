import { DEFAULT_SETTINGS, type RequestSettings } from '../values/requestSettings';
import { collection, type Field } from './field';
import { optionsOf, requestTimeout } from './options';

/** The Options collection of a trigger: its own options and those that every trigger has. */
export function triggerOptions<const Own extends readonly Field[]>(...own: Own) {
	return collection({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
		...own,
		requestTimeout,
	]);
}

/** How a trigger's requests are sent, by its checked settings. */
export function requestSettingsOf(settings: unknown): RequestSettings {
	const { requestTimeout: seconds } = optionsOf(settings);
	return typeof seconds === 'number'
		? { ...DEFAULT_SETTINGS, timeoutMs: seconds * 1000 }
		: DEFAULT_SETTINGS;
}
