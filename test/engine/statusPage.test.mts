// The sandbox's status page, on which a newcomer sees both sides of the demo.
import { z } from 'zod';
import { CONTROL_PREFIX } from '../../sandbox/control/routes.mts';
import { useVendor } from '../support/site.mts';
import { skarbe } from '../support/vendors/skarbe.mts';

const site = useVendor(skarbe);

const overviewShape = z.array(z.object({ vendor: z.string() }).passthrough());

test('figures of each vendor', async () => {
	await site.run({ resource: 'contact', operation: 'create', firstName: 'Ada' });
	const answer = await fetch(`${site.sandbox.url}${CONTROL_PREFIX}/overview`);
	const vendors = overviewShape.parse(await answer.json());

	const call = 'POST /api/connect/contacts';
	expect(vendors.find(({ vendor }) => vendor === 'skarbe')).toMatchObject({
		requests: 1,
		refused: 0,
		calls: [{ call, count: 1 }],
		records: [{ kind: 'contacts', count: 2 }],
		latest: [{ call, status: 200 }],
	});
});

test('a page that shows them', async () => {
	const answer = await fetch(`${site.sandbox.url}${CONTROL_PREFIX}/status`);

	expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(await answer.text()).toContain("fetch('overview')");
});
