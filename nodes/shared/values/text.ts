/** Whether a value was left empty. A resource locator without a choice reads as ''. */
export function isBlank(value: unknown): value is undefined | null | '' {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Shows a wrong value in a message, cut so that a pasted file does not fill the screen. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** What a thrown thing says. */
export function plainMessage(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Ends a message with the item it is about, as n8n's own nodes do. */
export function withItem(message: string, itemIndex: number | undefined): string {
	return itemIndex === undefined ? message : `${message} [Item ${itemIndex}]`;
}

/** A name as many vendors write it: campaignId becomes campaign_id. */
export function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Alphabetical order of English labels. localeCompare would load n8n's language data while the
 * node is loaded: 7 ms of 25.
 */
export function byText(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
