// The test of each credential, as its dialog shows it: with a key that is right and with one that is wrong.
import type { Locator } from 'playwright-core';
import { openEditor, type Editor } from './support/editor.mts';
import { seen } from './support/see.mts';
import { VENDORS } from './support/vendors.mts';

let editor: Editor;

beforeAll(async () => {
	editor = await openEditor();
});

afterAll(async () => {
	await editor.stop();
});

/** Fills in a key and saves; n8n then tests it. */
async function save(dialog: Locator, key: string): Promise<void> {
	await dialog.locator('[data-test-id^="parameter-input-api"] input').first().fill(key);
	const button = dialog.getByTestId('credential-save-button');
	await (await seen(button, 'the button that saves the credential')).click();
}

test.each(VENDORS)('$type', async ({ type, key }) => {
	const { page, sandbox, credentials, troubles } = editor;
	const stored = new Map(Object.entries(credentials)).get(type);
	await page.goto(`/home/credentials/${stored?.id ?? ''}`);
	const dialog = await seen(
		page.getByTestId('editCredential-modal'),
		`the dialog of ${type}'s credential`,
	);
	const good = dialog.getByText('Connection tested successfully');
	await seen(good, 'that the stored key is good');

	await save(dialog, 'of-nobody');
	const bad = dialog.getByText('Couldn’t connect with these settings');
	await seen(bad, 'that the key is wrong');
	await dialog.getByText('More details').click();
	// n8n shows the answer's status, not its words.
	await seen(dialog.getByText(/Unauthorized|status code: 401/), `the answer of ${type}`);

	await save(dialog, key(sandbox));
	await seen(good, 'that the key is good again');
	expect(troubles.take()).toEqual([]);
});
