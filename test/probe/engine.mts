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
import type { PageClient, PageRequest, Paging } from './pages.mts';

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

type Limit = Readonly<Record<'requests' | 'perMs', number>>;

export interface Vendor {
	readonly name: string;
	readonly credential: string;
	readonly credentialName: string;
	readonly keyPlace: string;
	readonly limit?: () => { input: Limit };
	readonly limitGroup?: (path: string) => string;
}

export interface App {
	readonly vendor: Vendor;
	readonly resources: ReadonlyArray<{
		readonly value: string;
		readonly name: string;
		readonly operations: readonly Operation[];
	}>;
}

interface OperationInfo {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	readonly method: string;
	readonly path: string;
	readonly fields: readonly Field[];
	readonly repeat?: string;
}

/** What the vendor's documents say of an answer; only the engine looks inside. */
interface AnswerForm {
	readonly documented: boolean;
}

interface Client {
	send(request: { method: string; path: string }): Promise<unknown>;
	unexpected(answer: unknown, why: string): Error;
	reported(message: string, advice: string): Error;
}

interface BatchRow<Payload> extends OperationInfo {
	readonly check: (input: Input, item: INodeExecutionData) => { input: { payload: Payload } };
	readonly listKey: string;
	readonly body: (input: Input, payloads: readonly Payload[]) => object;
	readonly answer: AnswerForm;
	readonly receipt: (answer: unknown) => string | undefined;
	readonly output: (batch: {
		readonly items: readonly number[];
		readonly entries: ReadonlyArray<{ readonly item: number; readonly payload: Payload }>;
		readonly answer: IDataObject;
	}) => ReadonlyArray<{ json: IDataObject; items: readonly number[] }>;
}

/** What a polling trigger keeps. */
export interface PollState {
	readonly value: ReadonlySet<string> | undefined;
	keep(value: ReadonlySet<string>, how: { emits: boolean }): void;
	shouldReport(fault: string | undefined): boolean;
}

/** How it is kept; only the engine looks inside. */
interface Keeping {
	toRow(value: ReadonlySet<string>): object;
}

/** What a trigger reads to find news. */
interface NewRecordSource {
	readonly scope: readonly unknown[];
	readonly overlapMs: number;
	readonly hintWhenEmpty: string;
	readonly read: (
		since: number | undefined,
	) => Promise<ReadonlyArray<{ key: string; at: number; json: IDataObject }>>;
}

/** What a trigger reads window by window. */
export interface WindowSource {
	readonly scope: readonly unknown[];
	readonly overlapMs: number;
	readonly longestMs: number;
	readonly hintWhenEmpty: string;
	readonly now: () => number;
	readonly read: (
		window: { from: number; to: number },
		leftMs: number,
	) => Promise<ReadonlyArray<{ key: string; version?: string; at: number; json: IDataObject }>>;
	readonly isTooMuch: (error: unknown) => boolean;
}

/** Holds requests back. */
export interface Limiter {
	readonly atOnce: number;
	hasRoom(group: string): boolean;
	take(
		group: string,
		turn: {
			longestMs: number;
			goesFirst?: boolean;
			leavesRoom?: boolean;
			run: object;
			kind?: string;
		},
		signal?: AbortSignal,
	): Promise<(answer?: { status: number; headers: object; text: string }) => void>;
}

interface Engine {
	describe(app: App): INodeProperties[];
	execute(context: IExecuteFunctions, app: App): Promise<INodeExecutionData[][]>;
	field(property: INodeProperties, schema: unknown): Field;
	options(...own: Field[]): Field;
	writeOptions(...own: Field[]): Field;
	readonly many: readonly Field[];
	readonly text: unknown;
	readonly optionalText: unknown;
	wholeNumber(options: { min: number; max?: number; default: number }): unknown;
	single(
		row: OperationInfo & {
			body?: (input: Input) => object;
			answer: AnswerForm;
			output?: (answer: Answer) => IDataObject;
		},
	): Operation;
	documented(form?: { readonly key?: string }): AnswerForm;
	undocumented(): AnswerForm;
	readonly deleted: () => IDataObject;
	list(row: OperationInfo & { records: readonly string[]; paging?: Paging }): Operation;
	batch<Payload>(row: BatchRow<Payload>): Operation;
	perItem(
		row: OperationInfo & {
			work: (input: Input, client: Client) => Promise<readonly IDataObject[]>;
		},
	): Operation;
	readPages(reader: {
		client: PageClient & { until(signal: AbortSignal): PageClient };
		request: PageRequest;
		paging: Paging;
		limit: number;
		records: readonly string[];
	}): Promise<IDataObject[]>;
	/** @throws Error where the URL is another server's */
	ownUrl(url: URL, base: URL): URL;
	vendorMessage(body: unknown, names: ReadonlyMap<string, string>): string | undefined;
	readonly PollState: {
		open(context: IPollFunctions, scope: readonly unknown[], keeping: Keeping): PollState;
	};
	readonly idsKept: Keeping;
	withIds(known: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string>;
	readonly Limiter: new (limit?: Limit) => Limiter;
	pollNewRecords(
		context: IPollFunctions,
		source: NewRecordSource,
	): Promise<INodeExecutionData[][] | null>;
	pollTimeWindows(
		context: IPollFunctions,
		source: WindowSource,
	): Promise<INodeExecutionData[][] | null>;
}

const FILES = [
	'form/field',
	'form/options',
	'form/returnAll',
	'form/schema',
	'lists/paging',
	'lists/records',
	'operations/answer',
	'operations/describe',
	'run/execute',
	'operations/single',
	'operations/list',
	'operations/batch',
	'operations/perItem',
	'polling/newRecords',
	'polling/timeWindows',
	'transport/vendorMessage',
	'transport/limiter',
	'transport/origin',
	'polling/state',
	'polling/emittedIds',
];

const NEEDED =
	'describe execute field options writeOptions many text optionalText wholeNumber single deleted list batch ' +
	'documented undocumented perItem readPages vendorMessage ownUrl PollState idsKept withIds ' +
	'pollNewRecords pollTimeWindows Limiter';

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
