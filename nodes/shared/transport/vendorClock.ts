import type { AnswerHead } from './answer';

/** The Date header has seconds only, and an answer takes its time: less is no difference, in ms. */
const SAME_MS = 5_000;

/** How far a vendor's clock is from n8n's. */
export class VendorClock {
	/** How far it is ahead, in ms, below 0 behind; undefined while no answer has told. */
	aheadMs: number | undefined;

	/** Takes in an answer's Date (RFC 9110 6.6.1), corrected by its Age where a cache has kept it. */
	learn({ headers }: AnswerHead): void {
		const date = Date.parse(headers.date ?? '');
		if (Number.isNaN(date)) return;
		const age = Number(headers.age ?? 0) || 0;
		const ahead = date + age * 1000 - Date.now();
		this.aheadMs = Math.abs(ahead) < SAME_MS ? 0 : ahead;
	}
}
