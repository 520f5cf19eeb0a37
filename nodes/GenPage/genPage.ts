import type { App } from '../shared/operation';
import { account } from './resources/account';
import { apiToken } from './resources/apiToken';
import { audience } from './resources/audience';
import { campaign } from './resources/campaign';
import { job } from './resources/job';
import { lead } from './resources/lead';
import { workspace } from './resources/workspace';
import { vendor } from './vendor';

/** All that the GenPage node can do. */
export const genPage: App = {
	vendor,
	resources: [lead, job, campaign, audience, workspace, apiToken, account],
};
