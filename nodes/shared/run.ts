import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { inputReader, type FieldIssue, type Read } from './parameters';
import { inputError } from './inputError';
import { Outcome } from './outcome';
import type { Field, InputOf } from './field';
import type { App } from './operation';
import { Transport } from './transport/transport';

/** An item with its checked input. */
export interface Ready<Input> {
	readonly item: number;
	readonly input: Input;
}

/** One execution of an app node: its context, its output and its door to the network. */
export class Run {
	readonly outcome: Outcome;
	private readonly bad = new Map<number, readonly FieldIssue[]>();
	private readonly last: Array<() => Promise<void>> = [];
	private opened: Promise<Transport> | undefined;

	constructor(
		readonly context: IExecuteFunctions,
		readonly app: App,
	) {
		this.outcome = new Outcome(context);
	}

	/** The transport, opened when the first request is due. */
	async transport(): Promise<Transport> {
		this.opened ??= Transport.open(this.context, this.app.vendor);
		return await this.opened;
	}

	/** Has something done when every operation of the run has sent its items. */
	afterAll(work: () => Promise<void>): void {
		this.last.push(work);
	}

	/** Does what was left for the end. */
	async finish(): Promise<void> {
		for (const work of this.last) await work();
	}

	/**
	 * Reads and checks the input of items. Bad ones are noted, not thrown, so that all of them are
	 * found before anything is sent.
	 *
	 * @param refine a further check, or a change of the input; it may return issues
	 */
	ready<Fields extends readonly Field[], Input>(
		items: readonly number[],
		fields: Fields,
		refine: (input: InputOf<Fields>, item: number) => Read<Input>,
	): Array<Ready<Input>> {
		const read = inputReader(this.context, fields);
		const ready: Array<Ready<Input>> = [];
		for (const item of items) {
			const result = this.readItem(read, refine, item, fields);
			if ('issues' in result) this.bad.set(item, result.issues);
			else ready.push({ item, input: result.input });
		}
		return ready;
	}

	/**
	 * Reports the items whose input is wrong: as error items in their places, or without
	 * continue-on-fail as one error.
	 *
	 * @throws NodeOperationError naming the first bad item, its fields and what to do
	 */
	reportBadInput(): void {
		for (const [item, issues] of this.bad) {
			const note = this.outcome.continueOnFail ? '' : nothingSent(this.bad.size - 1);
			const error = inputError(this.context.getNode(), issues, { index: item, note });
			this.outcome.fail([item], error);
		}
	}

	private readItem<Given, Input>(
		read: (item: number) => Read<Given>,
		refine: (input: Given, item: number) => Read<Input>,
		item: number,
		fields: readonly Field[],
	): Read<Input> {
		try {
			const given = read(item);
			return 'issues' in given ? given : refine(given.input, item);
		} catch (error) {
			// An expression that fails is bad input of its item, not of the whole run.
			return { issues: [expressionIssue(error, fields)] };
		}
	}
}

function nothingSent(alsoWrong: number): string {
	const others = alsoWrong > 0 ? ` ${alsoWrong} more items have such values.` : '';
	return `${others} Nothing was sent.`;
}

/** n8n says in the error's context which parameter the expression is in. */
const expressionError = z.object({
	message: z.string(),
	description: z.string().nullish(),
	context: z.object({ parameter: z.string().optional() }).optional(),
});

function expressionIssue(error: unknown, fields: readonly Field[]): FieldIssue {
	const known = expressionError.safeParse(error);
	const { message, description, context } = known.success ? known.data : { message: String(error) };
	const [name = ''] = context?.parameter?.split('.') ?? [];
	const field = fields.find((each) => each.name === name)?.property.displayName ?? name;
	return {
		field: field || 'Parameters',
		wrong: `cannot be read: ${message}`,
		fix: description ? description.replace(/\.$/, '') : 'Correct the expression in the node',
	};
}
