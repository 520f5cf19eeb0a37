// Puts a delivery on the wire. Broken answers go past fastify, straight to the socket.
import { Readable } from 'node:stream';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { half } from './spoil.mts';
import type { Delivery } from './spoil.mts';

const CHUNK_LEADS = 500;

/** The status that the caller gets to see, or null when there is none. */
export function statusOf(delivery: Delivery): number | null {
	if (delivery.kind === 'answer') return delivery.status;
	return ['resetMidBody', 'stallMidBody', 'huge'].includes(delivery.kind) ? 200 : null;
}

/** Sends the answer, or does to the connection what the fault asks for. */
export function deliver(reply: FastifyReply, delivery: Delivery): void {
	if (delivery.kind === 'answer') {
		void reply.code(delivery.status).headers(delivery.headers).send(delivery.text);
		return;
	}
	reply.hijack();
	switch (delivery.kind) {
		case 'hang':
			return;
		case 'reset':
			reply.raw.socket?.resetAndDestroy();
			return;
		case 'resetMidBody':
			sendHalf(reply.raw, delivery.text, () => reply.raw.socket?.destroy());
			return;
		case 'stallMidBody':
			sendHalf(reply.raw, delivery.text, () => {});
			return;
		case 'huge':
			sendHuge(reply.raw, delivery.bytes);
	}
}

/** Promises the whole text, sends half, and does the rest once that half has gone out. */
function sendHalf(response: ServerResponse, text: string, rest: () => void): void {
	response.writeHead(200, {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(text),
	});
	response.write(half(text), rest);
}

function sendHuge(response: ServerResponse, bytes: number): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	const stream = Readable.from(hugeText(bytes), { objectMode: false });
	response.once('close', () => stream.destroy());
	stream.pipe(response);
}

/** A list of leads that never closes its brackets, cut at `bytes`. Made while it is read. */
function* hugeText(bytes: number): Generator<string> {
	const chunk = '{"lead_id":1,"values":{"name":"Huge Answer"}},'.repeat(CHUNK_LEADS);
	let left = bytes;
	for (let text = `{"leads":[${chunk}`; left > 0; text = chunk) {
		yield text.slice(0, left);
		left -= text.length;
	}
}
