// The columns of a record in the form: those of the campaign's own are in its upload sample (newer
// documents).
import { mapColumns } from '../../support/engine.mts';
import { SLUG, UPLOAD_PATH } from '../../support/leadGenius.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor(leadGenius);

async function columns(campaignSlug = SLUG): Promise<string[]> {
	const { credentials, credentialId } = site;
	const run = { type: 'leadGenius', credentials, credentialId, parameters: { campaignSlug } };
	const { fields } = await mapColumns(run, 'getRecordColumns');
	return fields.map(({ id }) => id);
}

const sample = {
	slug: SLUG,
	type: 'datahub',
	fields: ['org_tech_stack', 'org_website'],
	records: [{ org_website: 'acme.example', org_tier: '1' }],
};

test("are the standard ones and those of the campaign's own, each once", async () => {
	await site.sandbox.fault({ kind: 'wrongType', path: UPLOAD_PATH, body: sample });
	const own = await columns();
	expect(own).toEqual(expect.arrayContaining(['org_website', 'org_tech_stack', 'org_tier']));
	expect(new Set(own).size).toBe(own.length);
});

test('are the standard ones alone for a campaign that is still to be made', async () => {
	expect(await columns('not-yet-made')).toEqual(await columns(''));
	expect(await site.received()).toHaveLength(1);
});

test('are the standard ones alone where there is no such endpoint', async () => {
	await site.sandbox.fault({ kind: 'status', status: 405, path: UPLOAD_PATH });
	expect(await columns()).toEqual(await columns(''));
});

describe('that cannot be had now are an error, so that the editor keeps what is mapped:', () => {
	test.each([
		['429 that lasts', { kind: 'rateLimit', retryAfter: 3600 }, '429'],
		['403', { kind: 'status', status: 403, body: { detail: 'Not you.' } }, '403'],
		['a wrong key', { kind: 'status', status: 401 }, '401'],
	] as const)('%s', async (_, rule, httpCode) => {
		await site.sandbox.fault({ ...rule, path: UPLOAD_PATH });
		await expect(columns()).rejects.toMatchObject({ httpCode });
	});

	test.each([
		['a web page', { kind: 'html' }, 'a web page instead of data'],
		['no sample', { kind: 'wrongType', body: [] }, 'it is no upload sample'],
	] as const)('%s', async (_, rule, words) => {
		await site.sandbox.fault({ ...rule, path: UPLOAD_PATH });
		await expect(columns()).rejects.toThrow(words);
	});

	test('a failure that passes is asked about again', async () => {
		await site.sandbox.fault({ kind: 'status', status: 500, path: UPLOAD_PATH });
		await site.sandbox.fault({ kind: 'wrongType', path: UPLOAD_PATH, body: sample });
		expect(await columns()).toContain('org_tech_stack');
	});
});
