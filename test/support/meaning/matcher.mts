// The compiled vocabulary, and what the vendors call its facts.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

const load = createRequire(resolve('package.json'));
const isFunction = (value: unknown) => typeof value === 'function';

/** What the tests look at of a match. */
export interface Match {
	readonly values: IDataObject;
	readonly left: readonly string[];
	readonly issues: ReadonlyArray<{ readonly field: string; readonly wrong: string }>;
}

interface Matcher {
	match(json: IDataObject): Match;
}

const { Matcher } = z
	.object({ Matcher: z.custom<new (names: unknown) => Matcher>(isFunction) })
	.parse(load(resolve('dist/nodes/shared/meaning/matches')));

/** The vendors' folders. */
export const VENDORS = ['GenPage', 'LeadGenius', 'Geniziz', 'GrowthGenius', 'Skarbe'] as const;

export type VendorName = (typeof VENDORS)[number];

/** Matches items to a vendor's names. */
export function matcherOf(vendor: VendorName): Matcher {
	const { names } = z
		.object({ names: z.unknown() })
		.parse(load(resolve('dist/nodes', vendor, 'names')));
	return new Matcher(names);
}

const { FACTS } = z
	.object({
		FACTS: z.array(
			z.object({
				id: z.string(),
				of: z.enum(['person', 'company']),
				sure: z.array(z.array(z.string())),
				plain: z.array(z.string()).default([]),
			}),
		),
	})
	.parse(load(resolve('dist/nodes/shared/meaning/facts')));

/** The vocabulary. */
export const facts = FACTS;

interface Reading {
	readonly fact: string;
}

const { meaningsOf } = z
	.object({
		meaningsOf:
			z.custom<
				(
					key: string,
				) => { readonly sure?: Reading; readonly plain: Record<string, Reading> } | undefined
			>(isFunction),
	})
	.parse(load(resolve('dist/nodes/shared/meaning/lexicon')));

const { keyOf } = z
	.object({ keyOf: z.custom<(name: string) => string>(isFunction) })
	.parse(load(resolve('dist/nodes/shared/meaning/spelling')));

/** What a field of that name is. */
export function meaningOf(name: string) {
	return meaningsOf(keyOf(name));
}
