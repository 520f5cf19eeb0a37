// Writes the tables of docs/agents.md from the compiled code: what an AI agent can have, and what it
// gets to read.

/** What is answered by operations that do more than send a request and give out its answer. */
const ANSWERS = {
	'genPage.lead.upsert':
		'The job; with **Wait for Completion** the lead, with the address of its page',
	'genPage.job.wait': 'The finished job; with **Return Leads** its leads',
	'leadGenius.record.upload': 'What LeadGenius took: the campaign and how many records',
	'leadGenius.record.uploadToCampaign': 'What LeadGenius took: the campaign and how many records',
	'leadGenius.exclusion.upload': 'What LeadGenius took, and how many records',
	'leadGenius.rapidEnrichment.createAndWait':
		'What was found; an error that names the request when **Time Limit (Seconds)** is over',
	'geniziz.report.getActivityMetrics': 'The metrics, up to **Limit**',
};

/** The table of a vendor in Markdown. */
function agentTableOf(vendor, app) {
	checkAnswers(vendor, app);
	const rows = app.resources.flatMap((resource) =>
		resource.operations.map((operation) => {
			const answer = ANSWERS[`${vendor.key}.${resource.value}.${operation.value}`];
			return `| ${resource.name} | ${operation.name} | ${cellsOf(operation, answer)} |`;
		}),
	);
	return [
		'| Resource | Operation | For agents | What the model gets |',
		'|---|---|---|---|',
		...rows,
	].join('\n');
}

function checkAnswers(vendor, app) {
	for (const key of Object.keys(ANSWERS)) {
		const [of, resource, operation] = key.split('.');
		const has = app.resources
			.find(({ value }) => value === resource)
			?.operations.some(({ value }) => value === operation);
		if (of === vendor.key && !has) throw new Error(`scripts/build/agents.cjs: no operation ${key}`);
	}
}

function cellsOf(operation, answer) {
	const { notForAgents } = operation;
	if (notForAgents) {
		return `No: ${notForAgents.because} | An error that says so. ${notForAgents.fix}`;
	}
	return `Yes | ${answer ?? usualAnswerOf(operation)}`;
}

function usualAnswerOf({ value, method, fields }) {
	const names = fields.flatMap((field) => [field, ...(field.inner ?? [])]).map(({ name }) => name);
	const shorter = [
		names.includes('simplify') ? '**Simplify**' : [],
		method === 'GET' && names.includes('fields') ? '**Options > Fields**' : [],
	].flat();
	const how = shorter.length > 0 ? `, shorter with ${shorter.join(' and ')}` : '';
	if (value === 'delete') return '`{ "deleted": true }`';
	if (names.includes('limit')) return `Up to **Limit** records${how}`;
	return method === 'GET'
		? `The record${how}`
		: 'What the vendor answers, or `{ "success": true }`';
}

module.exports = { agentTableOf };
