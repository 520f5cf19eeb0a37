import type { App } from '../shared/run/operation';
import { contact } from './resources/contact/contact';
import { leadStatus } from './resources/leadStatus/leadStatus';
import { user } from './resources/user/user';
import { vendor } from './vendor';

/** All that the Skarbe node can do. */
export const skarbe: App = { vendor, resources: [contact, leadStatus, user] };
