import type { Values } from '../../lists/way';
import { isRecord } from '../../values/records';
import { isSame } from '../../values/same';
import { isBlank, textOf } from '../../values/text';

/**
 * How a field of a record is brought to what an item says.
 *
 * @param there what the record has; undefined also where the vendor does not show it
 * @returns what to send, or undefined where that would change nothing
 */
export type Rule = (there: unknown, given: unknown) => unknown;

/** The rules of a vendor's fields that are not compared as they are, by their names. */
export type Rules = Readonly<Record<string, Rule>>;

const asItIs: Rule = (there, given) => (isSame(there, given) ? undefined : given);

/** Text that means the same in several spellings. @param spelled the one in which it is compared */
export function inSpelling(spelled: (text: string) => string): Rule {
	return (there, given) => {
		const [text, other] = [textOf(there), textOf(given)];
		const isEqual = text !== undefined && other !== undefined && spelled(text) === spelled(other);
		return isEqual ? undefined : asItIs(there, given);
	};
}

/**
 * A list of rows that an update replaces as a whole: what is there stays, and what is given comes to it.
 * A row with the same value under the key gets what else is given for it; without a key, one that says
 * what is given already stays as it is.
 *
 * @param key the field that tells rows apart
 * @param spelled the spelling in which it is compared
 */
export function united(key?: string, spelled = (text: string) => text): Rule {
	const keyOf = (row: unknown) => {
		const value = textOf(key !== undefined && isRecord(row) ? row[key] : undefined);
		return value === undefined ? undefined : spelled(value);
	};
	return (there, given) => {
		if (!Array.isArray(given)) return asItIs(there, given);
		const before: readonly unknown[] = Array.isArray(there) ? there : [];
		const rows = [...before];
		for (const row of given) {
			const own = keyOf(row);
			const same = own === undefined ? isPartOf(row) : (each: unknown) => keyOf(each) === own;
			const place = rows.findIndex(same);
			if (place < 0) rows.push(row);
			else rows[place] = completed(rows[place], row, key);
		}
		return isSame(before, rows) ? undefined : rows;
	};
}

/** Whether a row says all that another one says. */
function isPartOf(row: unknown): (other: unknown) => boolean {
	return (other) => {
		if (!isRecord(row) || !isRecord(other)) return isSame(row, other);
		return Object.entries(row).every(
			([name, value]) => isBlank(value) || isSame(value, other[name]),
		);
	};
}

/** A row with what another one says beyond its key, which keeps its spelling. */
function completed(row: unknown, given: unknown, key: string | undefined): unknown {
	if (!isRecord(row) || !isRecord(given)) return row;
	const more = Object.entries(given).filter(([name, value]) => name !== key && !isBlank(value));
	return { ...row, ...Object.fromEntries(more) };
}

/** What is to be sent of some values, so that a record has them; nothing where it has all of them. */
export function changesOf(there: Values, given: Values, rules: Rules): Values {
	const changes = Object.entries(given).map(([name, value]) => {
		const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
		return [name, (rule ?? asItIs)(there[name], value)] as const;
	});
	return Object.fromEntries(changes.filter(([, value]) => value !== undefined));
}
