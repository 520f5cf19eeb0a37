// The control endpoints of GrowthGenius: records with any times, past the API.
import type { FastifyInstance } from 'fastify';
import { addRecordControls } from '../shared/recordControls.mts';
import { CONTACTS, MESSAGES } from './kinds.mts';
import type { GrowthGeniusStore } from './store.mts';

/** Adds the endpoints under `/__sandbox/growthGenius/contacts` and `/messages`. */
export function addGrowthGeniusControls(
	app: FastifyInstance,
	store: () => GrowthGeniusStore,
): void {
	for (const kind of [CONTACTS, MESSAGES]) {
		addRecordControls(app, `growthGenius/${kind.many}`, () => ({
			records: store()[kind.many],
			fields: kind.fields,
			made: kind.made,
			hasUpdates: true,
			now: () => store().now(),
		}));
	}
}
