import type { INodeExecutionData } from 'n8n-workflow';
import type { Field, InputOf } from '../field';
import type { About } from '../operation';
import { settingsOf } from '../options';
import type { Read } from '../parameters';
import { pool } from '../pool';
import type { Ready, Run } from '../run';
import type { ApiRequest, Repeat } from '../transport/request';
import { callsOf, type Call } from './call';
import { fillPath } from './path';

/** What is sent for one item: its part of the batch, and how the vendor tells it from others. */
export interface Element<Payload> {
	readonly payload: Payload;
	/** Two items that share one are about the same thing and are sent in their order. */
	readonly identities?: readonly string[];
}

/** An item of a batch. */
export interface Member<Input, Payload> extends Element<Payload> {
	readonly item: number;
	readonly input: Input;
}

/** How an operation sends many items in one request. */
export interface Sending<Fields extends readonly Field[], Payload, Answer>
	extends About<Fields>,
		Pick<ApiRequest, 'limitGroup'> {
	/** Makes an item's part of the batch, or says what is wrong with it. */
	readonly element: (input: InputOf<Fields>, item: INodeExecutionData) => Read<Element<Payload>>;
	/** Items with the same key may go together. */
	readonly groupBy: (input: InputOf<Fields>) => readonly unknown[];
	/** The vendor's name for the list in the body; errors that name an entry of it name the item. */
	readonly listKey: string;
	/** How many items go together at most. */
	readonly batchSize: (input: InputOf<Fields>) => number;
	/** When a batch may be sent again; by default only if it surely was not taken. */
	readonly repeat?: (payloads: readonly Payload[]) => Repeat;
	/** Done before a batch is sent; what it throws is the batch's error. */
	readonly before?: (input: InputOf<Fields>, call: Call) => Promise<void>;
	readonly body: (input: InputOf<Fields>, payloads: readonly Payload[]) => object;
	/** Reads the vendor's answer and notes with call.accept what it took. @throws for a wrong form */
	readonly answer: (answer: unknown, call: Call) => Answer;
}

/** A batch that the vendor took. */
export interface Sent<Input, Payload, Answer> {
	readonly members: ReadonlyArray<Member<Input, Payload>>;
	readonly input: Input;
	readonly answer: Answer;
	readonly call: Call;
	/** When it was taken, in ms since the epoch. */
	readonly at: number;
}

/**
 * Reads and checks items for batches.
 *
 * @returns what to call to send them all; the batches that the vendor took come back, the items of
 *   the others have become error items
 */
export function prepareBatches<const Fields extends readonly Field[], Payload, Answer>(
	run: Run,
	row: Sending<Fields, Payload, Answer>,
	items: readonly number[],
): () => Promise<ReadonlyArray<Sent<InputOf<Fields>, Payload, Answer>>> {
	const data = run.context.getInputData();
	const ready = run.ready(
		items,
		row.fields,
		(input, item): Read<Member<InputOf<Fields>, Payload>> => {
			const element = row.element(input, data[item] ?? { json: {} });
			return 'issues' in element ? element : { input: { ...element.input, item, input } };
		},
	);
	const members = ready.map(({ input }) => input);
	return async () => await sendAll<Fields, Payload, Answer>(run, row, members);
}

async function sendAll<Fields extends readonly Field[], Payload, Answer>(
	run: Run,
	row: Sending<Fields, Payload, Answer>,
	members: ReadonlyArray<Member<InputOf<Fields>, Payload>>,
): Promise<ReadonlyArray<Sent<InputOf<Fields>, Payload, Answer>>> {
	const { inParallel } = settingsOf(members[0]?.input);
	const sent: Array<Sent<InputOf<Fields>, Payload, Answer>> = [];
	const open = callsOf(run, row);
	await pool(divide(members, row), repeats(members) ? 1 : inParallel, async (each) => {
		await send(open, row, each).then(
			(taken) => sent.push(taken),
			(error: unknown) => {
				run.outcome.fail(itemsOf(each), error);
			},
		);
	});
	return sent;
}

async function send<Fields extends readonly Field[], Payload, Answer>(
	open: ReturnType<typeof callsOf>,
	row: Sending<Fields, Payload, Answer>,
	members: Members<InputOf<Fields>, Payload>,
): Promise<Sent<InputOf<Fields>, Payload, Answer>> {
	const { input } = members[0];
	const payloads = members.map(({ payload }) => payload);
	const call = await open(itemsOf(members), input, row.listKey);
	await row.before?.(input, call);
	const answer = await call.send({
		method: row.method,
		path: fillPath(row.path, input),
		body: row.body(input, payloads),
		repeat: row.repeat?.(payloads),
		limitGroup: row.limitGroup,
	});
	return { members, input, call, answer: row.answer(answer, call), at: Date.now() };
}

/** The items of a batch, in order. */
export function itemsOf(members: ReadonlyArray<Pick<Ready<unknown>, 'item'>>): number[] {
	return members.map(({ item }) => item);
}

/** The items of one batch: never none. */
type Members<Input, Payload> = [Member<Input, Payload>, ...Array<Member<Input, Payload>>];

function divide<Fields extends readonly Field[], Payload, Answer>(
	members: ReadonlyArray<Member<InputOf<Fields>, Payload>>,
	row: Sending<Fields, Payload, Answer>,
): Array<Members<InputOf<Fields>, Payload>> {
	const batches: Array<Members<InputOf<Fields>, Payload>> = [];
	const open = new Map<string, Members<InputOf<Fields>, Payload>>();
	for (const member of members) {
		const key = JSON.stringify(row.groupBy(member.input));
		const current = open.get(key);
		if (current && current.length < row.batchSize(member.input)) {
			current.push(member);
		} else {
			const next: Members<InputOf<Fields>, Payload> = [member];
			open.set(key, next);
			batches.push(next);
		}
	}
	return batches;
}

/** Whether something comes twice: then batches are sent one after another, so the last one wins. */
function repeats(members: ReadonlyArray<Element<unknown>>): boolean {
	const seen = new Set<string>();
	for (const { identities = [] } of members) {
		if (identities.some((identity) => seen.has(identity))) return true;
		for (const identity of identities) seen.add(identity);
	}
	return false;
}
