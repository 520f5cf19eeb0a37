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
	await dialog.locator('input[type="password"]').first().fill(key);
	await dialog.getByTestId('credential-save-button').click();
}

test.each(VENDORS)('$type', async ({ type, key, wrongKey, keyPlace }) => {
	const { page, sandbox, credentials, troubles } = editor;
	const stored = new Map(Object.entries(credentials)).get(type);
	await page.goto(`/home/credentials/${stored?.id ?? ''}`);
	const dialog = await seen(
		page.getByTestId('credential-edit-dialog'),
		`the dialog of ${type}'s credential`,
	);
	const good = dialog.getByText('Connection tested successfully');
	await seen(good, 'that the stored key is good');

	await save(dialog, 'of-nobody');
	const bad = dialog.getByText('Couldn’t connect with these settings');
	await seen(bad, 'that the key is wrong');
	await dialog.getByText('More details').click();
	await seen(dialog.getByText(wrongKey), `the words of ${type}`);
	await seen(dialog.getByText(keyPlace).first(), `where the key is found at ${type}`);

	await save(dialog, key(sandbox));
	await seen(good, 'that the key is good again');
	expect(troubles.take()).toEqual([]);
});
