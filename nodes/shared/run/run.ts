import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Field, InputOf } from '../form/field';
import { inputReader } from '../form/parameters';
import { Matching } from '../meaning/matching';
import type { Checked, FieldIssue } from '../values/issues';
import { Tally } from '../transport/tally';
import type { Vendor } from '../vendor';
import { hint } from './hint';
import type { Outcome } from './outcome';
import { teller } from './progress';
import { dryRunOf, noteInExecution, progressOf, reportOf } from './report';
import { forModel, isTool, type NotForAgents } from './tool';
import { Transports, type Opened } from './transports';
import { outcomeOf } from './tries';

/** An item with its checked input. */
export interface CheckedItem<Input> {
	readonly item: number;
	readonly input: Input;
}

/** One execution of an app node: its context, its outcome and its door to the network. */
export class Run {
	readonly outcome: Outcome;
	/** What the fields of items were matched to. */
	readonly matching = new Matching();
	private readonly tally = new Tally();
	private readonly began = Date.now();
	private dry = 0;
	private readonly bad = new Map<number, readonly FieldIssue[]>();
	private readonly last: Array<() => Promise<void>> = [];
	private readonly transports: Transports;
	private readonly isTool: boolean;

	constructor(
		readonly context: IExecuteFunctions,
		private readonly vendor: Vendor,
	) {
		this.outcome = outcomeOf(context);
		this.transports = new Transports(context, vendor, this.tally);
		this.isTool = isTool(context);
		this.tally.onTick = teller(context, () => progressOf(this.tally, Date.now() - this.began));
	}

	/** The transport of an item, opened when the first request is due. */
	async transport(item: number): Promise<Opened> {
		return await this.transports.of(item);
	}

	/**
	 * How many requests of the run may be under way at once; it changes where it is found out.
	 *
	 * @param inParallel what the user wants, undefined for Automatic
	 */
	atOnce(inParallel: number | undefined): () => number {
		return () => inParallel ?? this.transports.atOnce;
	}

	/** Whether the credential reads the item, so that a call, which has no items, could not be answered with it. */
	async hasKeyOfItem(): Promise<boolean> {
		return await this.transports.dependOnItem();
	}

	/** Whether n8n runs the node again when this run fails. */
	get isRetried(): boolean {
		return this.context.getNode().retryOnFail === true;
	}

	/** Those of some items that an earlier try has not handled. @throws as Outcome.stop */
	toDo(items: readonly number[]): readonly number[] {
		try {
			return this.outcome.toDo(items);
		} catch (error) {
			return this.outcome.stop(error);
		}
	}

	/** Puts in an item's place what would have been sent for it. */
	rehearsed(item: number, json: IDataObject): void {
		this.outcome.add([{ json: { ...json, ...this.matching.of(item) }, items: [item] }]);
		this.dry++;
	}

	/** Has something done when every operation of the run has sent its items. */
	afterAll(work: () => Promise<void>): void {
		this.last.push(work);
	}

	/** Does what was left for the end. */
	async finish(): Promise<void> {
		for (const work of this.last) await work();
	}

	/** Tells what the run came to: in a hint above its output, and in what n8n keeps of the execution. */
	report(): void {
		if (this.isTool) return;
		const { output, refused } = this.outcome.counts;
		const [input, ms] = [this.context.getInputData().length, Date.now() - this.began];
		const { hint: matched } = this.matching;
		if (matched) this.context.addExecutionHints(hint(matched, 'info'));
		if (this.dry > 0) this.context.addExecutionHints(hint(dryRunOf(this.dry, input), 'info'));
		if (this.tally.requests === 0) return;
		const result = { input, output, refused, tally: this.tally, ms };
		this.context.addExecutionHints(hint(reportOf(result), 'info'));
		noteInExecution(this.context, this.vendor, result);
	}

	/**
	 * Reads and checks the input of items. Bad ones are noted, not thrown, so that all of them are
	 * found before anything is sent.
	 *
	 * @param refine a further check, or a change of the input; it may return issues
	 */
	check<Fields extends readonly Field[], Input>(
		items: readonly number[],
		fields: Fields,
		refine: (input: InputOf<Fields>, item: number) => Checked<Input>,
	): Array<CheckedItem<Input>> {
		const read = inputReader(this.context, fields, this);
		const good: Array<CheckedItem<Input>> = [];
		for (const item of items) {
			const checked = checkItem(read, refine, item, fields);
			if ('issues' in checked) this.refuse(item, checked.issues, fields);
			else good.push({ item, input: checked.input });
		}
		return good;
	}

	/** Those of some items for which an operation may be done: none of one that agents must not have. */
	allowed(
		{ name, notForAgents }: { readonly name: string; readonly notForAgents?: NotForAgents },
		items: readonly number[],
	): readonly number[] {
		if (!notForAgents || !this.isTool) return items;
		const wrong = `is '${name}', which an AI agent must not have: ${notForAgents.because}`;
		const issue = { field: 'Operation', wrong, fix: notForAgents.fix };
		for (const item of items) this.refuse(item, [issue], []);
		return [];
	}

	/** An item's fields; undefined for a tool: n8n would give the agent's own item, and the ID of the call. */
	json(item: number): IDataObject | undefined {
		return this.isTool ? undefined : this.context.getInputData()[item]?.json;
	}

	private refuse(item: number, issues: readonly FieldIssue[], fields: readonly Field[]): void {
		const told = this.isTool
			? issues.map((issue) => forModel(this.context.getNode(), fields, issue))
			: issues;
		this.bad.set(item, told);
	}

	/** Reports the items whose input is wrong. @throws NodeOperationError as Outcome.refuse */
	reportBadInput(): void {
		this.outcome.refuse(this.bad);
	}
}

function checkItem<Given, Input>(
	read: (item: number) => Checked<Given>,
	refine: (input: Given, item: number) => Checked<Input>,
	item: number,
	fields: readonly Field[],
): Checked<Input> {
	try {
		const given = read(item);
		return 'issues' in given ? given : refine(given.input, item);
	} catch (error) {
		// An expression that fails is bad input of its item, not of the whole run.
		return { issues: [expressionIssue(error, fields)] };
	}
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
