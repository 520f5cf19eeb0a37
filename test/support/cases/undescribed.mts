import type { IDataObject } from 'n8n-workflow';
import type { OperationCase } from '../vendor.mts';

/** Where no document describes the answer, or nothing in it is needed: what is output whatever comes. */
export function undescribed(
	output: IDataObject,
): Required<Pick<OperationCase, 'strict' | 'undocumented'>> {
	return { strict: output, undocumented: output };
}
