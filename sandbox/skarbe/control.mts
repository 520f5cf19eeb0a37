// The control endpoints of Skarbe: contacts with any times, past the API.
import type { FastifyInstance } from 'fastify';
import { addRecordControls } from '../shared/recordControls.mts';
import { MADE_CONTACT, STORED_FIELDS } from './contacts.mts';
import type { SkarbeStore } from './store.mts';

/** Adds the endpoints under `/__sandbox/skarbe/contacts`. */
export function addSkarbeControls(app: FastifyInstance, store: () => SkarbeStore): void {
	addRecordControls(app, 'skarbe/contacts', () => ({
		records: store().contacts,
		fields: STORED_FIELDS,
		made: MADE_CONTACT,
		hasUpdates: false,
		now: () => store().now(),
	}));
}
