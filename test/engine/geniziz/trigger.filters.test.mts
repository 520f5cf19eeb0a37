// What the Geniziz Trigger can be told to start on: owners, statuses, types of activity.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { idsOf, time } from '../../support/genizizNews.mts';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

test('an owner that Geniziz does not show cannot be filtered by, and the log says so', async () => {
	await site.sandbox.reset({ geniziz: { bareLeads: true } });
	const leadFilters = { ownerId: SEED.user };
	const trigger = watchTrigger(site, { event: 'leadCreated', leadFilters });
	await trigger.poll();
	await site.sandbox.geniziz.make('leads', [
		{ id: 'a', owner_id: SEED.user, date_created: time(1) },
		{ id: 'b', owner_id: SEED.user, date_created: time(2) },
	]);
	expect(await trigger.poll()).toBeUndefined();
	expect(trigger.warnings).toEqual([
		'Geniziz shows no owner_id of a record; it cannot be filtered by it and is passed over',
	]);
});

test('a filter passes over what does not match, and costs no further request', async () => {
	await site.sandbox.reset({ geniziz: { bareLeads: false } });
	const mine = { owner_id: SEED.user, status_id: SEED.leadStatus };
	const leadFilters = { ownerId: SEED.user, statusId: { mode: 'id', value: SEED.leadStatus } };
	const trigger = watchTrigger(site, { event: 'leadCreated', leadFilters });
	await trigger.poll();
	await site.sandbox.geniziz.make('leads', [
		{ id: 'others', owner_id: 'user_other', status_id: SEED.leadStatus, date_created: time(1) },
		{ id: 'elsewhere', owner_id: SEED.user, status_id: 'stat_other', date_created: time(2) },
		{ id: 'mine', ...mine, date_created: time(3) },
	]);
	const before = (await site.received()).length;
	expect(idsOf(await trigger.poll())).toEqual(['mine']);
	expect((await site.received()).slice(before)).toHaveLength(2);
	expect(await trigger.poll({ leadFilters: {} })).toBeUndefined();
});

test.each(['note', 'call'])('activities of the type %s have a list of their own', async (type) => {
	const trigger = watchTrigger(site, { event: 'activityCreated', activityType: type });
	await trigger.poll();
	await site.sandbox.geniziz.make('activities', [
		{ id: 'note', type: 'note', date_created: time(1) },
		{ id: 'call', type: 'call', date_created: time(2) },
	]);
	expect(idsOf(await trigger.poll())).toEqual([type]);
	const paths = (await site.received()).map(({ path }) => path);
	expect(new Set(paths)).toEqual(new Set([`/api/v1/activity/${type}/`]));
});

test.each([
	['leadStatusChanged', 'status_change/lead'],
	['opportunityStatusChanged', 'status_change/opportunity'],
])('%s outputs each change of status once', async (event, type) => {
	const trigger = watchTrigger(site, { event });
	await trigger.poll();
	await site.sandbox.geniziz.make('activities', [
		{ id: 'first', type, new_status_id: 'a', date_created: time(1) },
		{ id: 'note', type: 'note', date_created: time(2) },
		{ id: 'second', type, new_status_id: 'b', date_created: time(3) },
	]);
	expect(idsOf(await trigger.poll())).toEqual(['first', 'second']);
	expect(await trigger.poll()).toBeUndefined();
});
