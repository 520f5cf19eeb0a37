import type { IDataObject } from 'n8n-workflow';
import type { FieldIssue } from '../values/issues';
import { isBlank, quote } from '../values/text';
import { factsOf, type Facts } from './known';
import { leavesOf, type Leaf, type Plain } from './leaves';
import type { Names } from './names';
import { planOf, type Plan } from './plan';
import { keyOf } from './spelling';

/** What goes into a vendor's fields. */
interface Filling {
	/** The values, by the vendor's names. */
	readonly values: Readonly<Record<string, unknown>>;
	/** Which fields of the item they came from, by the vendor's names. */
	readonly from: ReadonlyMap<string, readonly string[]>;
}

/** What an item is to a vendor. */
export interface Matched extends Filling {
	/** The fields of the item with a value that is not among them. */
	readonly left: readonly string[];
	/** The values of those that are no lists and not inside of others, by their names. */
	rest(): Readonly<Record<string, Plain>>;
	readonly issues: readonly FieldIssue[];
}

/** Matches the fields of items to what a vendor calls them. */
export class Matcher {
	private readonly plans = new Map<string, Plan>();
	private readonly wanted;

	constructor(readonly names: Names) {
		this.wanted = new Set([
			...names.targets.flatMap(({ facts }) => facts),
			// A full name may have to be split.
			'fullName' as const,
		]);
	}

	/**
	 * What an item is to the vendor. Blank fields are absent.
	 *
	 * @param field the field of the form that says that fields are matched, for issues
	 */
	match(json: IDataObject, field = 'Data'): Matched {
		const leaves = leavesOf(json);
		const plan = this.planFor(leaves);
		const { facts, issues } = factsOf(plan, leaves, this.wanted);
		const filled = this.filled(facts, leaves, plan);
		const left = leftOf(leaves, filled.from);
		return {
			...filled,
			left: left.map(({ name }) => name),
			rest: () => restOf(left),
			issues: [...issues, ...this.lacking(field, filled, leaves), ...this.badEmail(filled)],
		};
	}

	/** What goes into the vendor's fields. */
	private filled(facts: Facts, leaves: readonly Leaf[], plan: Plan): Filling {
		const { targets, own = [], asText } = this.names;
		const values: Record<string, unknown> = {};
		const from = new Map<string, readonly string[]>();
		for (const { name, fill } of targets) {
			const its = fill(facts);
			if (!its) continue;
			values[name] = asText ? String(its.value) : its.value;
			from.set(name, its.from);
		}
		for (const name of own) {
			const leaf = leaves[plan.keys.get(keyOf(name)) ?? -1];
			const isIt = leaf?.name === name || leaf?.name.endsWith(`.${name}`);
			if (!leaf || !isIt || leaf.values.length === 0) continue;
			values[name] = leaf.values[0];
			from.set(name, [leaf.name]);
		}
		return { values, from };
	}

	/** Made once for all items whose fields have the same names. */
	private planFor(leaves: readonly Leaf[]): Plan {
		const names = leaves.map(({ spelled }) => spelled).join('\n');
		const before = this.plans.get(names);
		if (before) return before;
		const plan = planOf(leaves, this.names.lone);
		// Rows of every shape there is must not fill the memory.
		if (this.plans.size < MOST_PLANS) this.plans.set(names, plan);
		return plan;
	}

	private lacking(field: string, { from }: Filling, leaves: readonly Leaf[]): FieldIssue[] {
		const { needs = [], vendor } = this.names;
		if (from.size > 0 && needs.every((any) => any.some((name) => from.has(name)))) return [];
		const fix = `Rename the fields that mean it with an Edit Fields node before this one, or make another choice in '${field}'. This item has ${namesIn(leaves)}`;
		if (from.size === 0)
			return [{ field, wrong: `finds nothing in the item that ${vendor} knows`, fix }];
		return needs
			.filter((any) => !any.some((name) => from.has(name)))
			.map((any) => {
				const either = any.map((name) => `'${name}'`).join(' or ');
				return { field, wrong: `finds no ${either} in the item, which ${vendor} needs`, fix };
			});
	}

	private badEmail({ values, from }: Filling): FieldIssue[] {
		const { emailIn } = this.names;
		const email = emailIn === undefined ? undefined : values[emailIn];
		if (emailIn === undefined || isBlank(email) || EMAIL.test(String(email))) return [];
		return [
			{
				field: from.get(emailIn)?.[0] ?? 'Email',
				wrong: `must be an email address, not ${quote(email)}`,
				fix: 'Correct it in the item, e.g. name@email.com, or leave it empty',
			},
		];
	}
}

const MOST_PLANS = 1000;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

function leftOf(leaves: readonly Leaf[], from: Filling['from']): Leaf[] {
	const used = new Set<string>();
	for (const names of from.values()) for (const name of names) used.add(name);
	return leaves.filter(({ name, values }) => values.length > 0 && !used.has(name));
}

function restOf(left: readonly Leaf[]): Record<string, Plain> {
	const rest = new Map<string, Plain>();
	for (const { name, spelled, inList, isList, values } of left) {
		const [value] = values;
		const isOwn = name === spelled || name.endsWith(`.${spelled}`);
		if (isOwn && !inList && !isList && value !== undefined) rest.set(spelled, value);
	}
	return Object.fromEntries(rest);
}

/** The fields of an item, as a message names them. */
function namesIn(leaves: readonly Leaf[]): string {
	const names = leaves.map(({ name }) => name);
	if (names.length === 0) return 'no fields';
	return `the fields ${names.slice(0, 10).join(', ')}`;
}
