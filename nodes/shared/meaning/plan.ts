import { FACTS, type FactId } from './facts';
import type { Leaf } from './leaves';
import { meaningsOf, type Reading } from './lexicon';
import { pageOwner } from './normal';
import type { Subject } from './shape';
import { SOURCES, type Source } from './sources';
import { spellingOf } from './spelling';

/** What a field of an item is. */
interface Told extends Reading {
	/**
	 * What tells so: its name, whom the record is about, or nothing but its value, where that is an address
	 * that does.
	 */
	readonly by: 'name' | 'record' | 'value';
}

/** A field of the input that says a fact. */
export interface Candidate extends Told {
	/** Its place among the leaves. */
	readonly at: number;
	/** Its number, where it is one of several. */
	readonly ordinal: number;
}

/** What the fields of an item are, for all items whose fields have the same names. */
export interface Plan {
	/** The fields that say a fact, best first. */
	readonly facts: ReadonlyMap<FactId, readonly Candidate[]>;
	/** The places of fields with a name of their own, by keyOf(). */
	readonly keys: ReadonlyMap<string, number>;
}

const tells = new Map(FACTS.map((fact) => [fact.id, fact.tells ? fact.of : undefined]));

/**
 * Recognises the fields of an item.
 *
 * @param lone what a name is that stands alone, so that nothing tells whose it is
 */
export function planOf(leaves: readonly Leaf[], lone: Subject | undefined): Plan {
	const known = leaves.map(knownOf);
	const keys = new Map(known.map(({ key }, at) => [key, at]));
	const source = SOURCES.find(({ has }) => has.every((key) => keys.has(key)));
	const subject = source?.of ?? subjectOf(leaves, known) ?? lone;
	const facts = new Map<FactId, Candidate[]>();
	for (const [at, its] of known.entries()) {
		for (const reading of readingsOf(its, source, subject)) {
			const candidates = facts.get(reading.fact) ?? [];
			facts.set(reading.fact, [...candidates, { ...reading, at, ordinal: its.ordinal }]);
		}
	}
	for (const [fact, candidates] of facts) facts.set(fact, candidates.toSorted(bestFirst));
	return { facts, keys };
}

function readingsOf(
	{ key, meanings }: Known,
	source: Source | undefined,
	subject: Subject | undefined,
): Told[] {
	const special = source?.reads?.[key];
	if (special === null) return [];
	if (special) return [{ fact: special, rank: 0, by: 'name' }];
	if (meanings?.sure) return [{ ...meanings.sure, by: 'name' }];
	const told = subject && meanings?.plain[subject];
	// Whose page a LinkedIn address is, it says itself.
	const pages = Object.values(meanings?.plain ?? {}).filter(
		(each) => each !== told && isPage(each.fact),
	);
	return [
		...(told ? [{ ...told, by: 'record' as const }] : []),
		...pages.map((each) => ({ ...each, by: 'value' as const })),
	];
}

function isPage(fact: FactId): fact is 'linkedin' | 'companyLinkedin' {
	return fact === 'linkedin' || fact === 'companyLinkedin';
}

/** Whether a candidate's value can be the fact. */
export function mayBe({ fact, by }: Candidate, value: unknown): boolean {
	if (by === 'name' || !isPage(fact)) return true;
	const owner = pageOwner(String(value));
	if (owner === undefined) return by === 'record';
	return owner === (fact === 'linkedin' ? 'person' : 'company');
}

/** Whether two fields stand in the same place: neither comes before the other. */
export function isSamePlace(one: Candidate, other: Candidate): boolean {
	return one.rank === other.rank && one.ordinal === other.ordinal;
}

function bestFirst(one: Candidate, other: Candidate): number {
	return one.rank - other.rank || one.ordinal - other.ordinal || one.at - other.at;
}

function knownOf({ spelled, untyped }: Leaf) {
	const typed = spellingOf(spelled);
	const meanings = meaningsOf(typed.key);
	if (meanings || spelled === untyped) return { ...typed, meanings };
	const plain = spellingOf(untyped);
	return { ...plain, meanings: meaningsOf(plain.key) };
}

type Known = ReturnType<typeof knownOf>;

/**
 * Whom an item is about: a person where something is said that only persons have, else a company where
 * something is said of one. A company's name beside a mere 'name' makes that a person's. Undefined where
 * nothing tells.
 */
function subjectOf(leaves: readonly Leaf[], known: readonly Known[]): Subject | undefined {
	const sure = known.flatMap(({ meanings }, at) =>
		meanings?.sure && !leaves[at]?.inList ? [meanings.sure.fact] : [],
	);
	const about = (subject: Subject) => sure.some((fact) => tells.get(fact) === subject);
	if (about('person')) return 'person';
	const has = (...keys: string[]) => known.some(({ key }) => keys.includes(key));
	if (sure.includes('companyName') && has('name')) return 'person';
	const isCompany = about('company') || sure.includes('companyName') || has('url');
	return isCompany || leaves.some(({ inList }) => inList) ? 'company' : undefined;
}
