// The compiled engine, loaded at run time, with as much of its types as the probe needs.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';

export type Input = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;

/** A form field with its schema; only the engine looks inside. */
export interface Field {
	readonly name: string;
}

/** An operation; only the engine looks inside. */
export interface Operation {
	readonly value: string;
}

export interface Vendor {
	readonly name: string;
	readonly credential: string;
	readonly credentialName: string;
	readonly keyPlace: string;
	readonly limit?: { readonly requests: number; readonly perMs: number };
}

export interface App {
	readonly vendor: Vendor;
	readonly resources: ReadonlyArray<{
		readonly value: string;
		readonly name: string;
		readonly operations: readonly Operation[];
	}>;
}

interface About {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	readonly method: string;
	readonly path: string;
	readonly fields: readonly Field[];
	readonly limitGroup?: string;
}

interface Call {
	readonly items: readonly number[];
	send(request: { method: string; path: string }): Promise<unknown>;
	accept(what: string): void;
	unexpected(answer: unknown, why: string): Error;
	failed(message: string, advice: string): Error;
}

export type Paging =
	| { readonly kind: 'none' }
	| {
			readonly kind: 'offset';
			readonly limitKey: string;
			readonly offsetKey: string;
			readonly pageSize: number;
			readonly moreKey: string;
	  }
	| { readonly kind: 'next'; readonly nextKey: string };

export interface PageRequest {
	readonly method: string;
	readonly path: string;
	readonly query?: Readonly<Record<string, unknown>>;
}

interface BatchRow<Payload, Taken> extends About {
	readonly element: (input: Input, item: INodeExecutionData) => { input: { payload: Payload } };
	readonly listKey: string;
	readonly groupBy: (input: Input) => readonly unknown[];
	readonly batchSize: (input: Input) => number;
	readonly body: (input: Input, payloads: readonly Payload[]) => object;
	readonly answer: (answer: unknown, call: Call) => Taken;
	readonly output: (sent: {
		readonly members: ReadonlyArray<{ readonly item: number; readonly payload: Payload }>;
		readonly answer: Taken;
		readonly call: Call;
	}) => Promise<{
		records: ReadonlyArray<{ json: IDataObject; items: readonly number[] }>;
	}>;
}

/** What a polling trigger keeps. */
export interface PollState {
	has(id: string): boolean;
	commit(ids: readonly string[]): void;
	shouldReport(fault: string | undefined): boolean;
}

/** What a trigger reads to find news. */
interface NewsSource {
	readonly scope: readonly unknown[];
	readonly overlapMs: number;
	readonly hintWhenEmpty: string;
	readonly read: (
		since: number | undefined,
	) => Promise<ReadonlyArray<{ key: string; at: number; json: IDataObject }>>;
}

/** Holds requests back. */
export interface Limiter {
	take(
		group: string,
		longestMs: number,
		signal?: AbortSignal,
	): Promise<(answer?: { status: number; headers: object; text: string }) => void>;
}

interface Engine {
	describe(app: App): INodeProperties[];
	execute(context: IExecuteFunctions, app: App): Promise<INodeExecutionData[][]>;
	field(property: INodeProperties, schema: unknown): Field;
	options(...own: Field[]): Field;
	readonly many: readonly Field[];
	readonly text: unknown;
	readonly optionalText: unknown;
	wholeNumber(options: { min: number; max?: number; default: number }): unknown;
	single(
		row: About & {
			body?: (input: Input) => object;
			answerless?: boolean;
			output?: (answer: Answer) => IDataObject;
		},
	): Operation;
	readonly deleted: () => IDataObject;
	list(row: About & { records: readonly string[]; paging?: Paging }): Operation;
	batch<Payload, Taken>(row: BatchRow<Payload, Taken>): Operation;
	perItem(
		row: About & { work: (input: Input, call: Call) => Promise<readonly IDataObject[]> },
	): Operation;
	readPages(reader: {
		base: URL;
		request: PageRequest;
		paging: Paging;
		limit: number;
		send: (request: PageRequest) => Promise<unknown>;
		records: (answer: unknown) => IDataObject[];
	}): Promise<IDataObject[]>;
	recordsIn(answer: unknown, keys: readonly string[]): IDataObject[] | undefined;
	wordsOf(body: unknown, names: ReadonlyMap<string, string>): string | undefined;
	readonly PollState: { open(context: IPollFunctions, scope: readonly unknown[]): PollState };
	readonly Limiter: new (limit?: Vendor['limit']) => Limiter;
	pollNews(context: IPollFunctions, source: NewsSource): Promise<INodeExecutionData[][] | null>;
}

const FILES = [
	'describe',
	'runner',
	'field',
	'options',
	'schema',
	'paging',
	'operations/single',
	'operations/list',
	'operations/batch',
	'operations/perItem',
	'polling/news',
	'operations/records',
	'transport/words',
	'transport/limiter',
	'polling/state',
];

const NEEDED =
	'describe execute field options many text optionalText wholeNumber single deleted list batch ' +
	'perItem readPages recordsIn wordsOf PollState pollNews Limiter';

const load = createRequire(resolve('package.json'));

function exportsOf(file: string): object {
	const loaded: unknown = load(resolve('dist/nodes/shared', file));
	return typeof loaded === 'object' && loaded !== null ? loaded : {};
}

function isEngine(value: object): value is Engine {
	return NEEDED.split(' ').every((name) => name in value);
}

function loadEngine(): Engine {
	const engine: object = Object.fromEntries(
		FILES.flatMap((file): Array<[string, unknown]> => Object.entries(exportsOf(file))),
	);
	if (!isEngine(engine)) throw new Error('dist/nodes/shared lacks a part: run "npm run build"');
	return engine;
}

/** The engine's exports, from all its files. */
export const engine = loadEngine();
