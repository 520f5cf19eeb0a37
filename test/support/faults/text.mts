// What an error says, thrown or as an item.
import type { NodeResult, ShownError } from '../engine.mts';

/** The two parts that n8n shows. */
export interface Text {
	readonly message: string;
	readonly description: string;
}

/** The text of an error, or of the error item that a run gave out in its place. */
export function textOf(from: ShownError | NodeResult): Text {
	if ('message' in from) return { message: from.message, description: from.description ?? '' };
	const { error, message } = from.items[0]?.json ?? {};
	return { message: asText(error), description: asText(message) };
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
