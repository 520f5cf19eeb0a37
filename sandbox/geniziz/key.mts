// Alone in its file because tests import it without the rest of the sandbox.

/** The API key that the stand-in for Geniziz accepts. */
export const SANDBOX_GENIZIZ_KEY = 'sandbox-geniziz-key';

/** A key of another workspace, where moved leads land. It has rate limits of its own. */
export const SANDBOX_GENIZIZ_SECOND_KEY = 'sandbox-geniziz-second-key';

/** The ids of the seed data. Those that the document shows are here as it shows them. */
export const GENIZIZ_SEED = {
	user: 'user_0a1b2c3d4e5f6g7h8i9j0k',
	lead: 'lead_2x9Qb1c3d4e5f6g7h8i9j0',
	contact: 'cont_3y8Rc2d4e5f6g7h8i9j0k1',
	leadStatus: 'stat_1a2b3c4d5e6f7g8h9i0j1k',
	leadStatusWon: 'stat_won0000000000000000000',
	opportunity: 'oppo_5e6f7g8h9i0j1k2l3m4n5o',
	opportunityStatus: 'stat_pipe000000000000000000',
	opportunityStatusWon: 'stat_deal000000000000000000',
	lineItem: 'line_6f7g8h9i0j1k2l3m4n5o6p',
	note: 'acti_note000000000000000000',
	task: 'task_done000000000000000000',
	taskCompleted: 'acti_task000000000000000000',
	leadCreated: 'acti_made000000000000000000',
	conversation: 'conv_7g8h9i0j1k2l3m4n5o6p7q',
	connectedAccount: 'conn_8h9i0j1k2l3m4n5o6p7q8r',
	customObjectType: 'cobj_9i0j1k2l3m4n5o6p7q8r9s',
	emailTemplate: 'tmpl_0j1k2l3m4n5o6p7q8r9s0t',
	mailingExport: 'expo_1k2l3m4n5o6p7q8r9s0t1u',
	sequenceSubscription: 'subs_2l3m4n5o6p7q8r9s0t1u2v',
	/** The workspace of the key, and its name in a move. */
	organization: 'orga_main000000000000000000',
	/** Where the key's user is an admin too. It has a user, a default status of each kind, no leads. */
	secondOrganization: 'orga_second0000000000000000',
	/** Where the key's user is no admin. */
	memberOrganization: 'orga_member0000000000000000',
	secondUser: 'user_second0000000000000000',
	secondLeadStatus: 'stat_secondlead000000000000',
	secondOpportunityStatus: 'stat_secondoppo000000000000',
} as const;
