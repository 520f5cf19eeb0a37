import { FACTS, SUBJECT_WORDS, type Fact, type FactId } from './facts';
import type { Subject } from './shape';
import { keyOf } from './spelling';

/** What a spelling may mean. */
export interface Reading {
	readonly fact: FactId;
	/** Which of a fact's spellings it is: the lowest wins. */
	readonly rank: number;
}

/** What a spelling means by itself, and in a record about a person or a company. */
export interface Meanings {
	readonly sure?: Reading;
	readonly plain: Partial<Record<Subject, Reading>>;
}

/** Behind all sure spellings of a fact. */
const PLAIN_RANK = 10;
/** An ID that is called nothing else may be that of anything. */
const LAST_RANK = 20;

let lexicon: Map<string, Meanings> | undefined;

/** Looks a spelling up, as keyOf() makes it. */
export function meaningsOf(key: string): Meanings | undefined {
	// Made when it is first needed, not while n8n loads the node.
	lexicon ??= makeLexicon();
	return lexicon.get(key);
}

/** A spelling as it is compared; where its words stand together, a plural in it is not seen. */
function keysOf(spelling: string): ReadonlySet<string> {
	return new Set([keyOf(spelling), spelling.replace(/ /g, '')]);
}

/** The spellings of a fact that mean nothing else, with their ranks: also those with its subject's word in front. */
export function sureSpellings({ of, sure, plain = [] }: Fact): ReadonlyMap<string, number> {
	const keys = new Map<string, number>();
	const add = (spelling: string, rank: number) => {
		for (const key of keysOf(spelling)) if (!keys.has(key)) keys.set(key, rank);
	};
	for (const word of ['', ...SUBJECT_WORDS[of]]) {
		for (const [rank, spellings] of sure.entries())
			for (const spelling of spellings) add(`${word} ${spelling}`, rank);
		if (word !== '') for (const spelling of plain) add(`${word} ${spelling}`, 0);
	}
	return keys;
}

function makeLexicon(): Map<string, Meanings> {
	const made = new Map<string, Meanings>();
	const put = (key: string, { sure, plain }: Meanings) => {
		const before = made.get(key);
		made.set(key, { sure: before?.sure ?? sure, plain: { ...before?.plain, ...plain } });
	};
	// What the vocabulary spells out itself comes before what a subject's word in front makes.
	for (const { id: fact, sure } of FACTS)
		for (const [rank, spellings] of sure.entries())
			for (const spelling of spellings)
				for (const key of keysOf(spelling)) put(key, { sure: { fact, rank }, plain: {} });
	for (const each of FACTS) {
		const { id: fact, of, plain = [] } = each;
		for (const [key, rank] of sureSpellings(each)) put(key, { sure: { fact, rank }, plain: {} });
		for (const spelling of plain) {
			const rank = spelling === 'id' ? LAST_RANK : PLAIN_RANK;
			for (const key of keysOf(spelling)) put(key, { plain: { [of]: { fact, rank } } });
		}
	}
	return made;
}
