import { skarbeCases } from '../cases/skarbe.mts';
import type { PreparedVendor } from '../vendor.mts';
import type { VendorAnswers } from './answer.mts';

/** A contact that has all that lists show of one. */
const whole = {
	prepare: async ({ sandbox }: PreparedVendor) =>
		await sandbox.skarbe.contacts.make({
			values: {
				email: 'john@example.com',
				firstName: 'John',
				lastName: 'Doe',
				jobTitle: 'Developer',
				companyName: 'Acme Corp',
				phoneNumbers: ['+1 408 996 1010'],
				linkedinUrl: 'https://linkedin.com/in/john',
				lastActivityAt: '2023-01-15T10:00:00Z',
				leadStatus: 1,
			},
		}),
	// "leadStatus: Associated lead status object with id, label, and color"
	named: ['leadStatusId', 'leadStatus'],
};

/** "Available endpoints". */
export const skarbeAnswers: VendorAnswers = {
	unknown: [],
	known: {
		'contact.getAll': whole,
		'contact.find': whole,
		'contact.createIfNew': { parameters: skarbeCases['contact.create']?.parameters },
	},
};
