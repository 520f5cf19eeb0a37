// The way of every request for a vendor: log, fault, vendor, delay, answer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import type { Capacity } from './capacity.mts';
import { deliver, statusOf } from './deliver.mts';
import type { FaultList } from './faultList.mts';
import type { RequestLog } from './requestLog.mts';
import type { FaultRule } from './rules.mts';
import { spoil, unspoiled } from './spoil.mts';
import type { Delivery, Places } from './spoil.mts';

/** What the pipeline asks of a vendor. */
export interface Answering {
	readonly name: string;
	owns(path: string): boolean;
	answer(request: VendorRequest): VendorAnswer;
}

/** What the pipeline works with. The settings are read for every request: a reset may change them. */
export interface Pipeline {
	readonly vendors: readonly Answering[];
	readonly log: RequestLog;
	readonly faults: FaultList;
	latencyMs(): number;
	capacity(): Capacity;
	dateHeader(): boolean;
	places(target: string, host: string | undefined): Places;
}

/** Answers one request for a vendor. */
export async function handle(
	pipeline: Pipeline,
	request: FastifyRequest<{ Querystring: Record<string, unknown> }>,
	reply: FastifyReply,
): Promise<void> {
	const { method, query, headers } = request;
	const path = request.url.replace(/\?.*$/, '');
	const body = request.body ?? null;
	const vendor = pipeline.vendors.find((each) => each.owns(path));
	const arrival = { vendor: vendor?.name ?? null, method, path, query, headers, body };
	const entry = pipeline.log.open(arrival);
	reply.raw.once('close', () => {
		pipeline.log.close(entry);
	});

	const rule = pipeline.faults.take(method, path);
	entry.fault = rule?.kind ?? null;
	const isGone = (): boolean => reply.raw.destroyed;
	const reaches = rule === undefined || rule.when === 'after' || rule.kind === 'slow';
	let answer: VendorAnswer | undefined;
	await pipeline.capacity().work(async () => {
		await pause(rule, 'before');
		if (reaches && !isGone()) answer = vendor?.answer(arrival) ?? notFound(path);
		entry.accepted = answer !== undefined && answer.status < 400;
		await pause(rule, 'after');
		const latencyMs = pipeline.latencyMs();
		if (latencyMs > 0) await sleep(latencyMs);
	});
	const delivery: Delivery =
		rule === undefined
			? unspoiled(answer ?? notFound(path))
			: spoil(rule, answer, pipeline.places(request.url, headers.host));
	entry.status = isGone() ? null : statusOf(delivery);
	const isDated = pipeline.dateHeader();
	reply.raw.sendDate = isDated;
	deliver(reply, isDated ? delivery : undated(delivery));
}

/** What a slow vendor does before or after it has taken a request. */
async function pause(rule: FaultRule | undefined, when: FaultRule['when']): Promise<void> {
	if (rule?.kind === 'slow' && rule.when === when) await sleep(rule.ms);
}

/** Without the Date header of a vendor whose clock is off. */
function undated(delivery: Delivery): Delivery {
	if (delivery.kind !== 'answer') return delivery;
	const headers = Object.entries(delivery.headers).filter(([name]) => name !== 'date');
	return { ...delivery, headers: Object.fromEntries(headers) };
}

function notFound(path: string): VendorAnswer {
	return { status: 404, body: { message: `The sandbox has no vendor for ${path}.` } };
}
