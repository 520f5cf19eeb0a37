import { Recent } from './recent';

/** More texts than the items of a run have columns. */
const MOST = 1_000;

/**
 * The same function, which remembers what it answered last: the items of a run ask the same few things
 * thousands of times.
 */
export function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
	const known = new Recent<Value>(MOST);
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const value = of(text);
		known.set(text, value);
		return value;
	};
}
