import { isRecord } from './records';
import { textOf } from './text';

/** Whether two values say the same: text and numbers as they are read, lists and objects by what is in them. */
export function isSame(one: unknown, other: unknown): boolean {
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((each, place) => isSame(each, other[place]));
	}
	if (isRecord(one) && isRecord(other)) {
		const names = Object.keys(one);
		return (
			names.length === Object.keys(other).length &&
			names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
		);
	}
	const [text, otherText] = [textOf(one)?.trim(), textOf(other)?.trim()];
	return text === undefined ? one === other : text === otherText;
}
