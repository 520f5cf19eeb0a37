import type { IDataObject } from 'n8n-workflow';
import { toRecord } from '../../shared/operations/records';

/**
 * A lead for the output: simplified, its values stand beside its IDs, page URL first.
 *
 * @param lead as get-leads sends it: IDs, and the values in `values`
 */
export function shown(lead: IDataObject, simplify: boolean): IDataObject {
	const values = toRecord(lead.values);
	if (!simplify || !values) return lead;
	const flat: IDataObject = { lead_id: null, genpage_url: null, ...lead, ...values };
	delete flat.values;
	return flat;
}
