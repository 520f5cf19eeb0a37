import { API } from '../cases/genPage.mts';
import type { PreparedVendor } from '../vendor.mts';
import type { VendorAnswers } from './answer.mts';

/** Uploads leads with what the document's example of a lead has; any other value is the user's own. */
async function uploadNamed(site: PreparedVendor): Promise<void> {
	const people = ['ada', 'bob'];
	const leads = people.map((name) => ({
		values: { name, email: `${name}@x.example`, company_name: 'AWS' },
	}));
	const body = { from: 'Somebody', workspace_id: 16, campaign_id: 1, audience_id: 1, leads };
	await site.call('POST', `${API}/leads/upsert-leads`, body);
}

/** GenPage External API Documentation. */
export const genPageAnswers: VendorAnswers = {
	unknown: [['Its example response is empty', /^apiToken\.getAll$/]],
	known: { 'lead.getAll': { prepare: uploadNamed } },
};
