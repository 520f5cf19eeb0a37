import type { FieldIssue } from '../values/issues';
import { quote } from '../values/text';
import { FACTS, labelOf, type FactId } from './facts';
import type { Leaf, Plain } from './leaves';
import { isRange, splitName } from './normal';
import { isSamePlace, mayBe, type Candidate, type Plan } from './plan';

/** What is known of a fact: its values, best first, and which fields they came from. */
export interface Known {
	readonly values: readonly Plain[];
	readonly from: readonly string[];
}

/** What is known of an item's facts, by their names here. */
export type Facts = ReadonlyMap<FactId, Known>;

const NOTHING: Known = { values: [], from: [] };
const many = new Set(FACTS.filter((fact) => fact.many).map(({ id }) => id));

/**
 * The facts that an item tells.
 *
 * @param wanted those that are of interest
 * @returns also an issue for each fact that two fields of the same rank tell differently
 */
export function factsOf(
	plan: Plan,
	leaves: readonly Leaf[],
	wanted: ReadonlySet<FactId>,
): { readonly facts: Facts; readonly issues: readonly FieldIssue[] } {
	const facts = new Map<FactId, Known>();
	const issues: FieldIssue[] = [];
	for (const [fact, candidates] of plan.facts) {
		if (!wanted.has(fact)) continue;
		const told = candidates.filter((each) => {
			const value = leaves[each.at]?.values[0];
			return value !== undefined && mayBe(each, value);
		});
		if (told.length === 0) continue;
		facts.set(fact, knownOf(fact, told, leaves));
		if (!many.has(fact)) issues.push(...contradiction(fact, told, leaves));
	}
	withFurtherPhones(facts);
	withNames(facts);
	return { facts, issues };
}

/** What is known of a fact. */
export function known(facts: Facts, fact: FactId): Known {
	return facts.get(fact) ?? NOTHING;
}

function knownOf(fact: FactId, told: readonly Candidate[], leaves: readonly Leaf[]): Known {
	const values: Plain[] = [];
	const from: string[] = [];
	for (const { at } of told) {
		const { name, values: own } = leaves[at] ?? { name: '', values: [] };
		for (const value of own) {
			// A column of phone numbers may hold what is none, such as 'NaN' or '-'.
			if (many.has(fact) && !/\d/.test(String(value))) continue;
			if (values.some((each) => isSame(each, value))) continue;
			values.push(value);
			from.push(name);
		}
	}
	return { values, from };
}

function contradiction(
	fact: FactId,
	told: readonly Candidate[],
	leaves: readonly Leaf[],
): FieldIssue[] {
	const [best] = told;
	const valueOf = ({ at }: Candidate) => leaves[at]?.values[0];
	const value = best && valueOf(best);
	if (!best || value === undefined) return [];
	const next = told.find((each) => {
		const other = valueOf(each);
		return isSamePlace(best, each) && other !== undefined && !isSame(value, other);
	});
	const others = next && valueOf(next);
	if (!next || others === undefined) return [];
	// A range and a number do not contradict each other.
	if (fact === 'employees' && isRange(value) !== isRange(others)) return [];
	return [
		{
			field: leaves[next.at]?.name ?? '',
			wrong: `and '${leaves[best.at]?.name ?? ''}' are both taken as ${labelOf(fact)} and hold different values: ${quote(others)} and ${quote(value)}`,
			fix: 'Remove or rename one of the two with an Edit Fields node before this one',
		},
	];
}

function isSame(one: Plain, other: Plain): boolean {
	return String(one).toLowerCase() === String(other).toLowerCase();
}

/** A second phone number of no kind is another one. */
function withFurtherPhones(facts: Map<FactId, Known>): void {
	const { values, from } = known(facts, 'phone');
	if (values.length < 2) return;
	const other = known(facts, 'otherPhone');
	facts.set('phone', { values: values.slice(0, 1), from: from.slice(0, 1) });
	facts.set('otherPhone', {
		values: [...other.values, ...values.slice(1)],
		from: [...other.from, ...from.slice(1)],
	});
}

/** A full name is split where neither the first nor the last name is told. */
function withNames(facts: Map<FactId, Known>): void {
	const full = known(facts, 'fullName');
	const [name] = full.values;
	if (name === undefined || facts.has('firstName') || facts.has('lastName')) return;
	const { first, last } = splitName(String(name));
	if (first) facts.set('firstName', { values: [first], from: full.from });
	if (last) facts.set('lastName', { values: [last], from: full.from });
}
