import { Buffer } from 'node:buffer';
import { genizizCases } from '../cases/geniziz.mts';
import type { TestedVendor } from '../vendor.mts';

/** What HTTP Basic makes of a key with a blank password. */
const basic = (key: string) => Buffer.from(`${key}:`).toString('base64');

/** Geniziz as the tests know it (The Geniziz REST API). */
export const geniziz: TestedVendor = {
	type: 'geniziz',
	cases: genizizCases,
	readsByPost: /^report\./,
	simplest: 'user.getCurrent',
	key: ({ genizizKey }) => genizizKey,
	credential: (apiKey, baseUrl) => ({ apiKey, baseUrl }),
	headers: (key) => ({ authorization: `Basic ${basic(key)}` }),
	secrets: (key) => [key, basic(key)],
	pasted: [],
	wrongKey: 'This API key is not valid.',
	keyPlace: /Settings > API & Webhooks/,
	saying: (error) => ({ error }),
	refusal: {
		status: 400,
		body: (field, why) => ({ error: 'Validation failed', 'field-errors': { [field]: why } }),
		shown: (displayName, why) => `Validation failed ('${displayName}': ${why})`,
	},
	advice: [
		[400, /correct them/],
		[401, /credential 'Geniziz API'.*Settings > API & Webhooks/],
		[402, /billing/],
		[403, /no access/],
		[404, /check the IDs/],
		[405, /Base URL/],
		[410, /was removed/],
	],
	numericIds: ['duration'],
	listSearch: { method: 'searchLeads', parameters: {} },
};
