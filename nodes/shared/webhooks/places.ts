import { PerTrigger } from './memory';

/** Whether a call is for the published workflow, or for a test in the editor. */
type Purpose = 'production' | 'test';

/**
 * The URLs at which each trigger is called now, as this process knows them: n8n's main process, which
 * publishes workflows and runs the editor's tests. A vendor that knows one address only sends to
 * production alone, and production hands on to the test what comes meanwhile.
 */
const places = new PerTrigger(() => new Map<Purpose, string>());

/** Notes that a trigger is called at a URL. @param key see memoryKey */
export function noteCalledAt(key: string, purpose: Purpose, url: string): void {
	places.of(key).set(purpose, url);
}

/** Notes that a trigger is not called at a URL any more. */
export function noteNotCalledAt(key: string, url: string): void {
	const known = places.of(key);
	for (const [purpose, each] of known) if (each === url) known.delete(purpose);
}

/** Where a trigger is called for a purpose; undefined where it is not. */
export function calledAt(key: string, purpose: Purpose): string | undefined {
	return places.of(key).get(purpose);
}

/** All URLs at which a trigger is called. */
export function allPlaces(key: string): readonly string[] {
	return [...places.of(key).values()];
}
