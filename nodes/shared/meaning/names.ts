import type { FactId } from './facts';
import { known, type Facts } from './known';
import { domainIn, domainOfEmail, isNumber, isRange } from './normal';
import type { Subject } from './shape';

/** What goes into a field of a vendor, and which fields of the input it came from. */
export interface Filled {
	readonly value: unknown;
	readonly from: readonly string[];
}

/** A field of a vendor that holds facts. */
export interface Target {
	/** The vendor's name for it. */
	readonly name: string;
	readonly facts: readonly FactId[];
	/** How facts become its value; undefined where they do not. */
	readonly fill: (facts: Facts) => Filled | undefined;
}

/** How a vendor names the facts that it knows: what its records are sent and come back with. */
export interface Names {
	/** The vendor, as people know it. */
	readonly vendor: string;
	readonly targets: readonly Target[];
	/** Fields of its own that are no facts, taken only where they have exactly that name. */
	readonly own?: readonly string[];
	/** Of these sets, each must have at least one field with a value. */
	readonly needs?: ReadonlyArray<readonly string[]>;
	/** What a mere 'name' is, where nothing in the record tells whose. */
	readonly lone?: Subject;
	/** Whether it takes nothing but text. */
	readonly asText?: boolean;
	/** The field that must hold an email address. */
	readonly emailIn?: string;
}

/** A field with one value: that of the first of some facts that is known. */
export function one(name: string, ...facts: readonly FactId[]): Target {
	return target(name, facts, (all) => first(all, facts));
}

/** A field that must hold a domain: out of a domain, a web address, or an email that is no free one. */
export function domain(name: string): Target {
	const sources = ['domain', 'website', 'email'] as const;
	return target(name, sources, (all) => {
		for (const fact of sources) {
			const { values, from } = known(all, fact);
			const read = fact === 'email' ? domainOfEmail : domainIn;
			for (const [at, value] of values.entries()) {
				const found = read(String(value));
				if (found !== undefined) return { value: found, from: from.slice(at, at + 1) };
			}
		}
		return undefined;
	});
}

/** A field for the number of employees, which takes a range or a number. */
export function employees(name: string, takes: 'range' | 'number'): Target {
	return target(name, ['employees'], (all) => {
		const { values, from } = known(all, 'employees');
		const at = values.findIndex(takes === 'range' ? isRange : isNumber);
		return at < 0 ? undefined : { value: values[at], from: from.slice(at, at + 1) };
	});
}

/** A field that holds a list of all values of some facts. */
export function list(name: string, ...facts: readonly FactId[]): Target {
	return target(name, facts, (all) => {
		const told = facts.map((fact) => known(all, fact));
		const values = told.flatMap((each) => each.values.map(String));
		if (values.length === 0) return undefined;
		return { value: [...new Set(values)], from: told.flatMap(({ from }) => from) };
	});
}

/**
 * A field that holds a list of rows, one a value.
 *
 * @param key where a row has its value
 * @param types what a row says of its kind, by fact; undefined where it says nothing
 */
export function rows(
	name: string,
	key: string,
	types: ReadonlyArray<readonly [FactId, string | undefined]>,
): Target {
	const facts = types.map(([fact]) => fact);
	return target(name, facts, (all) => {
		const made = new Map<string, { row: object; from: string }>();
		for (const [fact, type] of types) {
			const { values, from } = known(all, fact);
			for (const [at, value] of values.entries()) {
				if (made.has(String(value))) continue;
				const row = { [key]: value, ...(type !== undefined && { type }) };
				made.set(String(value), { row, from: from[at] ?? '' });
			}
		}
		if (made.size === 0) return undefined;
		const told = [...made.values()];
		return { value: told.map((each) => each.row), from: told.map((each) => each.from) };
	});
}

/** A field that holds one row of several facts. @param parts the facts by the row's names */
export function row(name: string, parts: Readonly<Record<string, FactId>>): Target {
	return target(name, Object.values(parts), (all) => {
		const told = Object.entries(parts).flatMap(([key, fact]) => {
			const { values, from } = known(all, fact);
			return values[0] === undefined ? [] : [{ key, value: values[0], from }];
		});
		if (told.length === 0) return undefined;
		const value = Object.fromEntries(told.map((each) => [each.key, each.value]));
		return { value: [value], from: told.flatMap(({ from }) => from.slice(0, 1)) };
	});
}

/** The same names, of fields that are among some only. */
export function onlyFields(names: Names, isWanted: (name: string) => boolean): Names {
	return { ...names, targets: names.targets.filter(({ name }) => isWanted(name)) };
}

function target(name: string, facts: readonly FactId[], fill: Target['fill']): Target {
	return { name, facts, fill };
}

function first(all: Facts, facts: readonly FactId[]): Filled | undefined {
	for (const fact of facts) {
		const { values, from } = known(all, fact);
		const [value] = values;
		if (value !== undefined) return { value, from: from.slice(0, 1) };
	}
	return undefined;
}
