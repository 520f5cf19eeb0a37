import { collection, field, shownFor } from '../../shared/form/field';
import { oneOf, optionalText, yesNo } from '../../shared/form/schema';
import { simplify } from '../../shared/form/simplify';
import { campaignSlug } from '../resources/campaign/fields';

const event = field(
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'recordsFinalized',
		options: [
			{
				name: 'Campaign Completed',
				value: 'campaignCompleted',
				description: 'When every uploaded record of the campaign is finalized',
			},
			{
				name: 'Records Finalized',
				value: 'recordsFinalized',
				description: 'When records of the campaign are finalized, each record once',
			},
		],
	},
	oneOf(['recordsFinalized', 'campaignCompleted'], 'recordsFinalized'),
);

const registration = field(
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		default: 'automatic',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: "The campaign is told this workflow's address when the workflow is published",
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You enter the address in the campaign yourself',
			},
		],
	},
	oneOf(['automatic', 'manual'], 'automatic'),
);

const manualNotice = field(
	{
		displayName:
			"Copy the Production URL above into the campaign's Webhook URL in Dashboard, or set it with Campaign > Update. While testing, use the Test URL.",
		name: 'manualNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['manual'] } },
	},
	oneOf([''], ''),
);

const output = field(
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		default: 'records',
		options: [
			{
				name: 'Notification',
				value: 'notification',
				description: 'One item a call, with what LeadGenius sent',
			},
			{ name: 'Record IDs', value: 'recordIds', description: 'One item a record, with its ID' },
			{ name: 'Records', value: 'records', description: 'One item a record, with its data' },
		],
	},
	oneOf(['records', 'recordIds', 'notification'], 'records'),
);

const ONLY_AUTOMATIC = { show: { '/registration': ['automatic'] } };

const allRecords = field(
	{
		displayName: 'Output All Records',
		name: 'allRecords',
		type: 'boolean',
		default: false,
		displayOptions: { show: { '/event': ['campaignCompleted'] } },
		description:
			'Whether to output all finalized records of the campaign when it is complete again after a further upload, instead of those that are new',
	},
	yesNo(false),
);

const allowPrivateAddress = field(
	{
		displayName: 'Allow Private Address',
		name: 'allowPrivateAddress',
		type: 'boolean',
		default: false,
		displayOptions: ONLY_AUTOMATIC,
		description:
			"Whether to register although n8n's address is on localhost or in a private network, where LeadGenius cannot call it. Only right when something hands its calls on.",
	},
	yesNo(false),
);

const ownAddress = field(
	{
		displayName: 'Address of This n8n',
		name: 'ownAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com',
		displayOptions: ONLY_AUTOMATIC,
		description:
			'Where LeadGenius reaches this n8n, to say that the campaign is its own. Needed where LeadGenius does not tell where the campaign sends its notifications, or where they go to this workflow on another n8n. A copy of the workflow on another n8n then does not take them.',
	},
	optionalText,
);

const replaceWebhook = field(
	{
		displayName: 'Replace Existing Webhook',
		name: 'replaceWebhook',
		type: 'boolean',
		default: false,
		displayOptions: ONLY_AUTOMATIC,
		description:
			'Whether to take the campaign over when it already sends its notifications to another address, such as that of another workflow. That address gets them back when this workflow is unpublished. A test in the editor takes nothing over.',
	},
	yesNo(false),
);

/** The fields of the LeadGenius Trigger, in the order of its form. */
export const triggerFields = [
	event,
	campaignSlug,
	registration,
	manualNotice,
	output,
	shownFor('output', ['records'], simplify),
	collection({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
		allRecords,
		allowPrivateAddress,
		ownAddress,
		replaceWebhook,
	]),
] as const;
