// The GenPage node and its sandbox, with what only GenPage's own tests need.
import { uploadLeads } from './cases/genPage.mts';
import { useVendor, type VendorSite } from './site.mts';
import { genPage } from './vendors/genPage.mts';

/** The sandbox of a test file and the ways to use it. */
export interface GenPageSite extends VendorSite {
	/** Uploads leads as somebody else. Returns the job's ID. */
	upload(emails: readonly string[], from?: string): Promise<string>;
}

/** Starts a sandbox before the tests of a file, resets it before each and stops it at the end. */
export function useGenPage(): GenPageSite {
	const site = useVendor(genPage);
	const upload: GenPageSite['upload'] = async (...leads) => await uploadLeads(site, ...leads);
	// The site's own values are getters, so it is extended, not copied.
	return Object.assign(site, { upload });
}
