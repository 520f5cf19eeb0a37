import type { App } from '../shared/operation';
import { company } from './resources/company';
import { contact } from './resources/contact';
import { message } from './resources/message';
import { user } from './resources/user';
import { vendor } from './vendor';

/** All that the GrowthGenius node can do. */
export const growthGenius: App = { vendor, resources: [contact, message, company, user] };
