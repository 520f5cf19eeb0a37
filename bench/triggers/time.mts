// An hour in minutes: n8n's clock and Geniziz's are put ahead together.
import type { GenizizControl } from '../../sandbox/client.mts';

export const MINUTE = 60_000;

const realNow = Date.now.bind(Date);

/** The clocks of both, which a bench moves on. */
export class Clocks {
	private aheadMs = 0;
	private readonly geniziz: GenizizControl;

	constructor(geniziz: GenizizControl) {
		this.geniziz = geniziz;
		Date.now = () => realNow() + this.aheadMs;
	}

	/** Moves both on. */
	async pass(ms: number): Promise<void> {
		this.aheadMs += ms;
		await this.geniziz.setClock({ skewMs: this.aheadMs });
	}

	/** Back to the real time. */
	stop(): void {
		Date.now = realNow;
	}
}
