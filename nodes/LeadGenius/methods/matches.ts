import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { matchesIn } from '../../shared/form/matchPreview';
import type { Names } from '../../shared/meaning/names';
import { names } from '../names';
import { EXCLUSION_NAMES } from '../resources/exclusion/fields';
import { namesOfType } from '../resources/rapidEnrichment/fields';

/** What of the input goes where, in the form. */
export const getMatches = matchesIn(namesIn);

function namesIn(form: ILoadOptionsFunctions): Names {
	const resource = form.getCurrentNodeParameter('resource');
	if (resource === 'exclusion') {
		const entity = form.getCurrentNodeParameter('entity') === 'contact' ? 'contact' : 'org';
		return EXCLUSION_NAMES[entity];
	}
	const enrichmentType = form.getCurrentNodeParameter('enrichmentType');
	return resource === 'rapidEnrichment' ? namesOfType({ enrichmentType }) : names;
}
