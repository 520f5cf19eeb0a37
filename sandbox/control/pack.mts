// Answers as Content-Encoding says that they are, and as it only says.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { FaultRule } from './rules.mts';

type Packed = Extract<FaultRule, { kind: 'packed' }>;

const PACKERS = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };

/** The headers and the body of a packed answer. @param text the vendor's answer */
export function packed({ encoding, really, bytes }: Packed, text: string) {
	const whole = bytes === undefined ? text : `{"leads":["${'x'.repeat(bytes)}"]}`;
	return {
		headers: { 'content-type': 'application/json', 'content-encoding': encoding },
		text: really ? PACKERS[encoding](whole) : whole,
	};
}
