import type { App } from '../shared/operation';
import { activity } from './resources/activity';
import { conversation } from './resources/conversation';
import { emailTemplate } from './resources/emailTemplate';
import { lead } from './resources/lead';
import { mailingExport } from './resources/mailingExport';
import { opportunity, opportunityLineItem } from './resources/opportunity';
import {
	connectedAccount,
	customObjectType,
	leadStatus,
	opportunityStatus,
	sequenceSubscription,
} from './resources/plain';
import { report } from './resources/report';
import { user } from './resources/user';
import { vendor } from './vendor';

/** All that the Geniziz node can do. */
export const geniziz: App = {
	vendor,
	resources: [
		lead,
		opportunity,
		opportunityLineItem,
		activity,
		conversation,
		emailTemplate,
		sequenceSubscription,
		mailingExport,
		report,
		leadStatus,
		opportunityStatus,
		connectedAccount,
		customObjectType,
		user,
	],
};
