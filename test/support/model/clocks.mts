// The time of a history, and the clocks of n8n and of the vendor, which may differ from it.
export const MINUTE = 60_000;

/** When each history begins. */
const START = Date.parse('2026-03-01T00:00:00.000Z');

/** Date.now() is n8n's clock, but while the vendor answers it is the vendor's. */
export class Clocks {
	/** The true time, in ms since the epoch. */
	now = START;
	/** How far n8n's clock is ahead, in ms. */
	n8nAheadMs = 0;
	private aheadMs = 0;
	private earliest = -Infinity;
	private isVendors = false;

	/** What time it is for the vendor. */
	get vendorNow(): number {
		return this.now + this.aheadMs;
	}

	/** What Date.now() is at the moment. */
	get shown(): number {
		return this.isVendors ? this.vendorNow : this.now + this.n8nAheadMs;
	}

	/** From now on nothing happens at the vendor that is dated before. */
	begin(): void {
		this.earliest = this.vendorNow;
	}

	/** Puts the vendor's clock ahead, or back, but not before the beginning. */
	setVendor(aheadMs: number): void {
		this.aheadMs = Math.max(aheadMs, this.earliest - this.now);
	}

	/** A time at the vendor so long ago, but not before the beginning. */
	ago(ms: number): number {
		return Math.max(this.vendorNow - ms, Math.min(this.earliest, this.vendorNow));
	}

	/** Does something by the vendor's clock. */
	atVendor<Done>(act: () => Done): Done {
		this.isVendors = true;
		try {
			return act();
		} finally {
			this.isVendors = false;
		}
	}
}
