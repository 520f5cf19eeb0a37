import type { App } from '../shared/run/operation';
import { campaign } from './resources/campaign/campaign';
import { exclusion } from './resources/exclusion/exclusion';
import { rapidEnrichment } from './resources/rapidEnrichment/rapidEnrichment';
import { record } from './resources/record/record';
import { usage } from './resources/usage/usage';
import { vendor } from './vendor';

/** All that the LeadGenius node can do. */
export const leadGenius: App = {
	vendor,
	resources: [record, campaign, exclusion, rapidEnrichment, usage],
};
