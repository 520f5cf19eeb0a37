// The control endpoints of Skarbe for tests, the demo and benches.
import { recordControl } from '../shared/wishes.mts';
import type { Ask, ChangeInput, MakeInput, RecordControl } from '../shared/wishes.mts';

/** What a test can do to Skarbe. Its contacts have no time of update. */
export interface SkarbeControl {
	readonly contacts: RecordControl<Omit<MakeInput, 'updatedAt'>, Omit<ChangeInput, 'updatedAt'>>;
}

/** @param ask reaches a path below the control endpoints */
export function skarbeControl(ask: Ask): SkarbeControl {
	return { contacts: recordControl(ask, 'skarbe/contacts') };
}
