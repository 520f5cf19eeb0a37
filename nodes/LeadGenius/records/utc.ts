/** A time as LeadGenius takes it, in UTC to the second: 2022-01-03T18:03:11Z. */
export function utc(moment: string | undefined): string | undefined {
	return moment && new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}
