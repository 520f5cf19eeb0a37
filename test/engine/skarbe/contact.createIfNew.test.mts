// Contact > Create if New, and Find: by Skarbe's search for a few items, for what that does not find and for
// more by the whole list.
import { contactItems, matching } from '../../support/matchedContacts.mts';
import { actionsOf, CONTINUE } from '../../support/matchedLeads.mts';
import { linksOf, messagesOf, textWith } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { skarbe } from '../../support/vendors/skarbe.mts';

const site = useVendor(skarbe);

/** What was searched for, and the bodies that were sent. */
async function requests() {
	const all = await site.received();
	return {
		searches: all.filter(({ method }) => method === 'GET').map(({ query }) => query.query),
		bodies: all.filter(({ method }) => method !== 'GET').map(({ body }) => body),
	};
}

test('a few items are searched for, and what is found is compared exactly', async () => {
	// The search finds whatever contains the word.
	await site.sandbox.skarbe.contacts.make({ values: { email: 'x.joe@x.example' } });
	const contacts = [
		{ email: 'JOHN.doe@example.com', firstName: 'J.' },
		{ email: 'joe@x.example', firstName: 'Joe' },
		{ email: 'JOE@x.example', firstName: 'Joseph' },
	];
	const result = await site.run(matching('createIfNew'), contactItems('email', ...contacts));
	expect(actionsOf(result.items)).toEqual(['skipped', 'created', 'skipped']);
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
	expect(result.items[0]?.json).toMatchObject({
		id: 1,
		firstName: 'John',
		companyName: 'Acme Corp',
	});
	expect(result.items[2]?.json.id).toBe(result.items[1]?.json.id);
	expect(await requests()).toEqual({
		// Nothing is created before the list has been looked at, once.
		searches: ['john.doe@example.com', 'joe@x.example', undefined],
		bodies: [contacts[1]],
	});
});

test('by name and company too', async () => {
	const contacts = [
		{ firstName: ' john', lastName: 'DOE', companyName: 'acme  corp' },
		{ firstName: 'John', lastName: 'Doe', companyName: 'Globex' },
	];
	const result = await site.run(
		matching('createIfNew'),
		contactItems('nameAndCompany', ...contacts),
	);
	expect(actionsOf(result.items)).toEqual(['skipped', 'created']);
	expect((await requests()).searches).toEqual(['DOE', 'Doe', undefined]);
});

test('the list is not read where the searches found all', async () => {
	const contacts = [{ email: 'john.doe@example.com' }, { email: 'John.Doe@example.com' }];
	const result = await site.run(matching('createIfNew'), contactItems('email', ...contacts));
	expect(actionsOf(result.items)).toEqual(['skipped', 'skipped']);
	expect((await requests()).searches).toEqual(['john.doe@example.com']);
});

test.each([true, false])(
	'a contact in other letters is not made twice: any case %s',
	async (anyCase) => {
		await site.sandbox.reset({ skarbe: { searchesAnyCase: anyCase } });
		const known = {
			email: 'Ann@X.example',
			firstName: 'Ann',
			lastName: 'LEE',
			companyName: 'Acme',
		};
		const [id] = await site.sandbox.skarbe.contacts.make({ values: known });
		const sought = {
			firstName: 'ann',
			lastName: 'Lee',
			companyName: 'ACME',
			email: 'ann@x.example',
		};
		for (const by of ['email', 'nameAndCompany']) {
			const result = await site.run(matching('createIfNew'), contactItems(by, sought));
			expect(result.items.map(({ json }) => [json.id, json.action])).toEqual([[id, 'skipped']]);
		}
		const find = { resource: 'contact', operation: 'find', returnAll: true };
		for (const by of [
			{ findBy: 'email', email: 'ANN@x.example' },
			{ findBy: 'domain', domain: 'x.example' },
		]) {
			const result = await site.run({ ...find, ...by });
			expect(result.items.map(({ json }) => json.id)).toEqual([id]);
		}
		expect((await requests()).bodies).toEqual([]);
	},
);

test.each([
	['of more than 20 items', 'email', 21],
	['of what the search does not look into', 'linkedinUrl', 1],
])('the whole list is read because %s', async (_, by, count) => {
	const linkedinUrl = 'linkedin.com/in/john';
	await site.sandbox.skarbe.contacts.make({ values: { email: 'a0@x.example', linkedinUrl } });
	const contacts = Array.from({ length: count }, (__, place) => ({
		email: `a${place}@x.example`,
		linkedinUrl: 'https://www.linkedin.com/in/John/',
	}));
	const result = await site.run(matching('createIfNew'), contactItems(by, ...contacts));
	expect(actionsOf(result.items)).toEqual(
		contacts.map((__, place) => (place ? 'created' : 'skipped')),
	);
	const { searches, bodies } = await requests();
	expect(searches).toEqual([undefined]);
	expect(bodies).toHaveLength(count - 1);
});

test('what several contacts match is an error that names them', async () => {
	const ids = await site.sandbox.skarbe.contacts.make({
		count: 2,
		values: { email: 'a@x.example' },
	});
	const result = await site.run(
		matching('createIfNew'),
		contactItems('email', { email: 'a@x.example' }),
		CONTINUE,
	);
	expect(messagesOf(result.items)).toEqual([
		textWith(`2 contacts have the email a@x.example: ${ids.join(', ')}`),
	]);
});

test('a search that fails is no search that found nothing', async () => {
	await site.sandbox.fault({ kind: 'status', status: 500, after: 1, times: 9 });
	const contacts = [{ email: 'a@x.example' }, { email: 'b@x.example' }];
	const parameters = matching('createIfNew', { options: { maxRetryWait: 0 } });
	const result = await site.run(parameters, contactItems('email', ...contacts), CONTINUE);
	expect(messagesOf(result.items).every((message) => message !== '')).toBe(true);
	expect((await requests()).bodies).toEqual([]);
});

test('contacts are found by an email or its domain', async () => {
	const { contacts } = site.sandbox.skarbe;
	const [first, second] = await contacts.make({ count: 2, values: { email: 'a{n}@x.example' } });
	await contacts.make({ values: { email: 'a1@mail.x.example' } });
	const find = {
		...{ resource: 'contact', operation: 'find', returnAll: true },
		findBy: '={{ $json.domain ? "domain" : "email" }}',
		email: '={{ $json.email }}',
		domain: '={{ $json.domain }}',
	};
	const sought = [
		{ domain: 'https://www.x.example/about' },
		{ email: 'A2@x.example' },
		{ email: 'nobody@x.example' },
		{ domain: 'x.example' },
	];
	const result = await site.run(find, sought);
	expect(result.items.map((item) => [...linksOf(item), item.json.id])).toEqual([
		[0, first],
		[0, second],
		[1, second],
		[3, first],
		[3, second],
	]);
	expect((await requests()).searches).toEqual([undefined]);
});
