/** From so many digits on a whole number may be beyond 2^53. */
const LONG = 16;
/** The strings and the numbers of a JSON text. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON without rounding: whole numbers beyond 2^53, such as some vendors' IDs, become texts.
 *
 * @throws SyntaxError
 */
export function parseExactly(json: string): unknown {
	return JSON.parse(hasLongNumber(json) ? exact(json) : json);
}

function exact(json: string): string {
	return json.replace(TOKENS, (token) =>
		/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
}

/**
 * Whether there may be a number of so many digits outside of strings. Every one of them is hit by a
 * look at every 16th character, which takes next to no time; a pattern looks at each.
 */
function hasLongNumber(json: string): boolean {
	for (let place = LONG - 1; place < json.length; place += LONG) {
		if (!isDigit(json, place)) continue;
		let first = place;
		while (isDigit(json, first - 1)) first--;
		let last = place;
		while (isDigit(json, last + 1)) last++;
		if (last - first + 1 >= LONG && !isInWord(json, first, last)) return true;
		place = last;
	}
	return false;
}

function isDigit(json: string, place: number): boolean {
	const code = json.charCodeAt(place);
	return code >= 48 && code <= 57;
}

/** Whether digits touch what no number of JSON stands beside: they are part of a string. */
function isInWord(json: string, first: number, last: number): boolean {
	const before = first === 0 ? ' ' : json.charAt(first - 1);
	const after = last === json.length - 1 ? ' ' : json.charAt(last + 1);
	return !' \t\n\r:,[-'.includes(before) || !' \t\n\r,]}.eE'.includes(after);
}
