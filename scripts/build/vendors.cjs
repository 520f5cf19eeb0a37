// What the build knows of each vendor: where its operation table is, and the package of its own
// that it is also published as. n8n verifies packages of one service only.
module.exports = [
	{
		key: 'genPage',
		name: 'GenPage',
		folder: 'GenPage',
		credential: 'GenPageApi',
		package: 'n8n-nodes-genpage',
		description: 'n8n node and trigger for GenPage: a personalised landing page for every lead',
	},
	{
		key: 'leadGenius',
		name: 'LeadGenius',
		folder: 'LeadGenius',
		credential: 'LeadGeniusApi',
		package: 'n8n-nodes-leadgenius',
		description: 'n8n node and trigger for LeadGenius: accounts and contacts enriched by people',
	},
	{
		key: 'geniziz',
		name: 'Geniziz',
		folder: 'Geniziz',
		credential: 'GenizizApi',
		package: 'n8n-nodes-geniziz',
		description: 'n8n node and trigger for the Geniziz CRM: leads, opportunities and activities',
	},
	{
		key: 'growthGenius',
		name: 'GrowthGenius',
		folder: 'GrowthGenius',
		credential: 'GrowthGeniusApi',
		package: 'n8n-nodes-growthgenius',
		description: 'n8n node and trigger for GrowthGenius: outbound contacts and messages',
	},
	{
		key: 'skarbe',
		name: 'Skarbe',
		folder: 'Skarbe',
		credential: 'SkarbeApi',
		package: 'n8n-nodes-skarbe',
		description: 'n8n node and trigger for the CRM Skarbe: contacts and lead statuses',
	},
];
