// Names for sets of operations: as few words as tell them.
import type { TestedVendor } from '../vendor.mts';
import type { Example } from '../generated/examples.mts';
import { contractOf } from '../contract.mts';
import { KIND_NAMES, kindOf, KINDS, type Kind } from './kinds.mts';

/** How many exceptions are named at most. */
const MOST_WITHOUT = 3;

/** An operation of a vendor. */
export interface Asked {
	readonly vendor: TestedVendor;
	readonly example: Example;
}

/**
 * Names some of all the operations that were tried.
 *
 * @param some those that are meant
 * @param all those that were tried
 */
export function namesOf(some: readonly Asked[], all: readonly Asked[]): string {
	if (some.length === all.length) return `all (${all.length})`;
	const parts = KINDS.flatMap((kind) => namesOfKind(ofKind(some, kind), ofKind(all, kind), kind));
	return `${parts.join(', ')} (${some.length})`;
}

function ofKind(asked: readonly Asked[], kind: Kind): Asked[] {
	return asked.filter(({ example }) => kindOf(example.row) === kind);
}

function namesOfKind(some: readonly Asked[], all: readonly Asked[], kind: Kind): string[] {
	if (some.length === 0) return [];
	const whole = nearly(some, all, KIND_NAMES[kind]);
	if (whole !== undefined) return [whole];
	const vendors = [...new Set(some.map(({ vendor }) => vendor))];
	const complete: string[] = [];
	const others = vendors.flatMap((vendor) => {
		const [own, ofVendor] = [some, all].map((list) =>
			list.filter((each) => each.vendor === vendor),
		);
		const name = nameOf(vendor);
		if (own?.length === ofVendor?.length) complete.push(name);
		else
			return (
				nearly(own ?? [], ofVendor ?? [], `${KIND_NAMES[kind]} of ${name}`) ?? titles(own ?? [])
			);
		return [];
	});
	return [
		...(complete.length > 0 ? [`${KIND_NAMES[kind]} of ${listed(complete)}`] : []),
		...others,
	];
}

/** The name of all, with those that are not meant; undefined where these are too many to name. */
function nearly(some: readonly Asked[], all: readonly Asked[], name: string): string | undefined {
	if (some.length === all.length) return name;
	const without = all.filter(
		(each) => !some.some(({ example }) => example.row === each.example.row),
	);
	if (without.length > MOST_WITHOUT || without.length >= some.length) return undefined;
	return `${name} (but ${listed(titles(without))})`;
}

function titles(asked: readonly Asked[]): string[] {
	return asked.map(({ vendor, example }) => `${nameOf(vendor)} ${example.row.labels.join(' > ')}`);
}

function nameOf(vendor: TestedVendor): string {
	return contractOf(vendor).node.display;
}

function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
