import type { App } from '../shared/run/operation';
import { account } from './resources/account/account';
import { apiToken } from './resources/apiToken/apiToken';
import { audience } from './resources/audience/audience';
import { campaign } from './resources/campaign/campaign';
import { job } from './resources/job/job';
import { lead } from './resources/lead/lead';
import { workspace } from './resources/workspace/workspace';
import { vendor } from './vendor';

/** All that the GenPage node can do. */
export const genPage: App = {
	vendor,
	resources: [lead, job, campaign, audience, workspace, apiToken, account],
};
