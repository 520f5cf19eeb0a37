/** What a vendor calls the five things known of a person. */
export type PersonFields = readonly [
	email: string,
	firstName: string,
	lastName: string,
	company: string,
	website: string,
];

/** So many people, all different, as records with the vendor's own field names. */
export function people(count: number, names: PersonFields): Array<Record<string, string>> {
	return Array.from({ length: count }, (_, i) => {
		const website = `company-${i}.example`;
		const values = [`lead-${i}@${website}`, `First ${i}`, `Last ${i}`, `Company ${i}`, website];
		return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
	});
}
