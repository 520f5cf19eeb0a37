import type { App } from '../shared/run/operation';
import { activity } from './resources/activity/activity';
import { connectedAccount } from './resources/connectedAccount/connectedAccount';
import { conversation } from './resources/conversation/conversation';
import { customObjectType } from './resources/customObjectType/customObjectType';
import { emailTemplate } from './resources/emailTemplate/emailTemplate';
import { lead } from './resources/lead/lead';
import { leadStatus } from './resources/leadStatus/leadStatus';
import { mailingExport } from './resources/mailingExport/mailingExport';
import { opportunity } from './resources/opportunity/opportunity';
import { opportunityLineItem } from './resources/opportunityLineItem/opportunityLineItem';
import { opportunityStatus } from './resources/opportunityStatus/opportunityStatus';
import { report } from './resources/report/report';
import { sequenceSubscription } from './resources/sequenceSubscription/sequenceSubscription';
import { user } from './resources/user/user';
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
