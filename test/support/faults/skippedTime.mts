// Time that passes at once: what a node waits for is over when it begins, and its clock shows it.

/** What a pause waits for when it is over. */
type Listener = () => Promise<void>;

interface Deadline {
	readonly at: number;
	readonly controller: AbortController;
}

const NOTHING: Listener = () => Promise.resolve();

const realNow = Date.now;

/** The clock of a test. It stands for Date.now(), n8n's sleep() and AbortSignal.timeout(). */
export class SkippedTime {
	/** How long all pauses since the last start took, in ms. */
	waitedMs = 0;
	/** What happens after each pause. */
	onPause: Listener = NOTHING;
	/** What Date.now() is: it stands still but for what is skipped. */
	now = 0;
	private deadlines: Deadline[] = [];

	/** Takes the place of the real clock, until jest restores its mocks. */
	start(): void {
		this.waitedMs = 0;
		this.deadlines = [];
		this.onPause = NOTHING;
		// A whole second, as dates in headers are.
		this.now = Math.floor(realNow() / 1000) * 1000;
		jest.spyOn(Date, 'now').mockImplementation(() => this.now);
		// Pauses are a random part of a growing time.
		jest.spyOn(Math, 'random').mockReturnValue(0.5);
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => this.deadlineIn(ms));
	}

	/** Stands for n8n's sleep(). @param ms how long, in ms */
	async sleep(ms: number): Promise<void> {
		this.waitedMs += ms;
		this.skip(ms);
		await this.onPause();
	}

	/** Lets time pass, and ends what has lasted too long. */
	skip(ms: number): void {
		this.now += ms;
		const over = this.deadlines.filter(({ at }) => at <= this.now);
		this.deadlines = this.deadlines.filter((each) => !over.includes(each));
		for (const { controller } of over) controller.abort(new DOMException('', 'TimeoutError'));
	}

	private deadlineIn(ms: number): AbortSignal {
		const controller = new AbortController();
		this.deadlines.push({ at: this.now + ms, controller });
		return controller.signal;
	}
}
