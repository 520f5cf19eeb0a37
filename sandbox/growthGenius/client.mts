// The control endpoints of GrowthGenius for tests, the demo and benches.
import { recordControl } from '../shared/wishes.mts';
import type { Ask, RecordControl } from '../shared/wishes.mts';

/** What a test can do to GrowthGenius. */
export interface GrowthGeniusControl {
	readonly contacts: RecordControl;
	readonly messages: RecordControl;
}

/** @param ask reaches a path below the control endpoints */
export function growthGeniusControl(ask: Ask): GrowthGeniusControl {
	return {
		contacts: recordControl(ask, 'growthGenius/contacts'),
		messages: recordControl(ask, 'growthGenius/messages'),
	};
}
