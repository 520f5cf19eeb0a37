import type { App } from '../shared/operation';
import { contact } from './resources/contact';
import { leadStatus } from './resources/leadStatus';
import { user } from './resources/user';
import { vendor } from './vendor';

/** All that the Skarbe node can do. */
export const skarbe: App = { vendor, resources: [contact, leadStatus, user] };
