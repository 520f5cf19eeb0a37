import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

type Headers = Readonly<Record<string, string | number>>;

/** The ways in which the probe server answers, good and bad. */
export class Reply {
	private readonly response: ServerResponse;

	constructor(response: ServerResponse) {
		this.response = response;
	}

	/** Whether the client has given up. */
	get gone(): boolean {
		return this.response.destroyed;
	}

	json(value: unknown, status = 200, headers: Headers = {}): void {
		this.text(JSON.stringify(value), status, { 'content-type': 'application/json', ...headers });
	}

	/** An answer with just this body and these headers. */
	text(body: string | Uint8Array, status = 200, headers: Headers = {}): void {
		this.response.writeHead(status, headers).end(body);
	}

	/** Cuts the connection before any answer. */
	reset(): void {
		this.response.socket?.resetAndDestroy();
	}

	/** Sends the start of a body, then cuts the connection. */
	breakOff(start: string | Uint8Array, headers: Headers = {}, status = 200): void {
		this.response.writeHead(status, { 'content-length': 10_000, ...headers });
		this.response.write(start, () => this.response.socket?.destroy());
	}

	/** Sends the start of a body, then nothing more. */
	stall(start: string): void {
		this.response.writeHead(200, { 'content-type': 'application/json' });
		this.response.write(start);
	}

	/** Sends a body piece by piece, without end, for as long as the client listens. */
	async endless(piece: string | Uint8Array, everyMs = 0): Promise<number> {
		this.response.writeHead(200, { 'content-type': 'application/json' });
		return await this.pour(piece, everyMs);
	}

	/** Sends a header line piece by piece, without end, for as long as the client listens. */
	async endlessHeader(piece: string, everyMs: number): Promise<void> {
		const { socket } = this.response;
		socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
		while (!this.gone && socket?.writable) {
			socket.write(piece);
			await new Promise((resolve) => setTimeout(resolve, everyMs));
		}
	}

	/** Sends a body in pieces that the network keeps apart. */
	async pieces(pieces: readonly Uint8Array[]): Promise<void> {
		this.response.writeHead(200, { 'content-type': 'application/json' });
		for (const piece of pieces) {
			this.response.write(piece);
			await new Promise((resolve) => setImmediate(resolve));
		}
		this.response.end();
	}

	/** @returns how many bytes were handed to the network until the client went away */
	private async pour(piece: string | Uint8Array, everyMs: number): Promise<number> {
		let bytes = 0;
		while (!this.gone) {
			bytes += piece.length;
			const flushed = this.response.write(piece);
			if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
			else if (!flushed) await Promise.race([once(this.response, 'drain'), this.closed()]);
		}
		return bytes;
	}

	private async closed(): Promise<void> {
		await once(this.response, 'close');
	}
}
