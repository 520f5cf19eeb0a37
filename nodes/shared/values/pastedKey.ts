/**
 * A key as it was pasted, without what stands around it.
 *
 * @param scheme what may stand before it: 'Bearer', or 'Bearer|Token' for either
 */
export function pastedKey(value: unknown, scheme = ''): string {
	const key = typeof value === 'string' ? value.trim() : '';
	return scheme === '' ? key : key.replace(new RegExp(`^(?:${scheme})\\s+`, 'i'), '');
}
