/**
 * The anchor of a heading, as GitHub makes it: a link to a heading leads there on both.
 *
 * @param heading its text, without the marks before it
 */
export function anchorOf(heading: string): string {
	return heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\- _]/gu, '')
		.replaceAll(' ', '-');
}
