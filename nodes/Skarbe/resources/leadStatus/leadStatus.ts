import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { list } from '../../../shared/operations/list';
import type { Resource } from '../../../shared/run/operation';

export const LEAD_STATUSES_PATH = '/api/connect/contacts/lead-statuses';

/** Skarbe, "Available endpoints", "Lead Statuses". */
export const leadStatus: Resource = {
	value: 'leadStatus',
	name: 'Lead Status',
	operations: [
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many lead statuses',
			description: 'Retrieve the lead statuses of your organization, with their IDs',
			method: 'GET',
			path: LEAD_STATUSES_PATH,
			fields: [...many, options()],
			records: [],
		}),
	],
};
