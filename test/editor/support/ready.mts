import { chromiumPath } from '../../../host/browser.mts';

/** Runs once before all tests. @throws Error that says how to install Chromium where it is missing */
export default function ready(): void {
	chromiumPath();
}
