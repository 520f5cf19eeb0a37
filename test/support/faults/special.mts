// Examples of the operations that send more than one request: what is counted is the one that writes.
import type { Example } from '../generated/examples.mts';
import { formsOf, type Named } from '../generated/examples.mts';
import type { OperationCase, TestedVendor } from '../vendor.mts';

const SPECIAL: Readonly<
	Record<string, Pick<OperationCase, 'request' | 'output' | 'undocumented'>>
> = {
	// All records are finalized at once, so that the execution need not sleep.
	'record.uploadAndWait': {
		request: { method: 'POST', path: '/api/v1/enrichment/upload/' },
		output: { org_company_name: 'Acme' },
		undocumented: { org_company_name: 'Acme' },
	},
	'rapidEnrichment.createAndWait': {
		request: { method: 'POST', path: '/api/v1/enrichment/rapid/' },
		output: { id: 501, status: 'ok' },
	},
};

/** Those of a vendor. */
export function specialOf(vendor: TestedVendor): Array<Named<Example>> {
	return formsOf(vendor).flatMap(([key, { row, its }]): Array<Named<Example>> => {
		const rest = SPECIAL[key];
		return rest ? [[key, { row, its: { ...its, ...rest } }]] : [];
	});
}
