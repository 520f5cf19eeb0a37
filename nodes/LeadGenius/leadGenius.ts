import type { App } from '../shared/operation';
import { campaign } from './resources/campaign';
import { exclusion } from './resources/exclusion';
import { rapidEnrichment } from './resources/rapidEnrichment';
import { record } from './resources/record';
import { usage } from './resources/usage';
import { vendor } from './vendor';

/** All that the LeadGenius node can do. */
export const leadGenius: App = {
	vendor,
	resources: [record, campaign, exclusion, rapidEnrichment, usage],
};
