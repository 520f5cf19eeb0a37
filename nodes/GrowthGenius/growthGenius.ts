import type { App } from '../shared/run/operation';
import { company } from './resources/company/company';
import { contact } from './resources/contact/contact';
import { message } from './resources/message/message';
import { user } from './resources/user/user';
import { vendor } from './vendor';

/** All that the GrowthGenius node can do. */
export const growthGenius: App = { vendor, resources: [contact, message, company, user] };
