import { clearFields, clearingIssues } from '../../../shared/form/clearFields';
import type { InputOf } from '../../../shared/form/field';
import type { FieldIssue } from '../../../shared/values/issues';
import { quote } from '../../../shared/values/text';
import { webhookUrl } from './fields';

/** The vendor's name for it. */
const NAME = 'webhook_url';

const newUrl = webhookUrl(
	'Where LeadGenius tells which records are finalized. Choose it in Clear Fields for nowhere.',
);

const [cleared] = clearFields([newUrl]);

/** What an update of a campaign can change (newer documents). */
export const webhookChange = [newUrl, cleared] as const;

/** A URL is set or cleared: one that is merely blank, such as an expression's, is neither. */
export function webhookChangeIssues({
	webhookUrl: url,
	clearFields: names,
}: InputOf<typeof webhookChange>): readonly FieldIssue[] {
	const stranger = names.find((name) => name !== NAME);
	if (stranger !== undefined) {
		const wrong = `must be the Webhook URL, not ${quote(stranger)}`;
		return [{ field: 'Clear Fields', wrong, fix: 'A campaign has nothing else to clear' }];
	}
	if (url === undefined && names.length === 0) {
		const wrong = 'sets nothing to change';
		const fix = "Give an address, or choose 'Webhook URL' in 'Clear Fields' for nowhere";
		return [{ field: 'Webhook URL', wrong, fix }];
	}
	return clearingIssues({ [NAME]: url }, [newUrl], { clearFields: names });
}
