import { find } from '../../../shared/operations/matched/find';
import { createIfNew, upsert } from '../../../shared/operations/matched/matched';
import { findFields, foundLead, leadConditions, leadQuery, wantedLead } from './find';
import { leadMatching, leadSource, leadUpdate, matchFields } from './match';

/** What is done with leads by what tells them apart. Geniziz has no search: its list is read. */
export const matchRows = [
	upsert({
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update lead',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		method: 'POST',
		path: leadSource.path,
		fields: matchFields,
		matching: leadMatching,
		update: leadUpdate,
	}),
	createIfNew({
		value: 'createIfNew',
		name: 'Create if New',
		action: 'Create lead if new',
		description:
			'Create a lead unless it is there already; all leads are read first, which takes a while where there are many',
		method: 'POST',
		path: leadSource.path,
		fields: matchFields,
		matching: leadMatching,
	}),
	find({
		value: 'find',
		name: 'Find',
		action: 'Find leads',
		description:
			'Find leads by an email or a domain; all leads are read for it, which takes a while where there are many',
		method: 'GET',
		path: leadSource.path,
		fields: findFields,
		source: leadSource,
		wanted: wantedLead,
		conditions: leadConditions,
		asked: { by: () => undefined, query: leadQuery },
		output: foundLead,
	}),
];
