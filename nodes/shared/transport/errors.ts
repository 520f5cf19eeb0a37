import { NodeOperationError, type INode } from 'n8n-workflow';
import type { FieldIssue } from '../values/issues';
import { plainMessage, withItem, withoutSignatures } from '../values/text';
import { UnencryptedError } from '../values/unencrypted';
import type { Vendor } from '../vendor';
import { parseBody, type Answer } from './answer';
import type { ForeignOriginError } from './origin';
import { adviceOn, apiError, excerpt, problemOf, unexpectedProblem, type Problem } from './problem';
import type { Purpose } from './purpose';
import { repeatOf, type ApiRequest } from './request';
import { refusedIn, type Divisible } from './refusal';
import { mayHaveBeenTaken, type Attempt } from './retry';

/** A refused request that carries many items. */
export interface Refusal {
	readonly error: Error;
	/** The errors of the entries that the vendor names, by their places in the list from 0. */
	readonly entries: ReadonlyMap<number, Error>;
	readonly divisible: Divisible;
}

/** Makes the errors of a vendor's requests; keys in them are blanked. */
export class RequestErrors {
	constructor(
		private readonly node: INode,
		private readonly vendor: Vendor,
		private readonly redact: (text: string) => string = withoutSignatures,
	) {}

	/** For what came of a request that did not bring what was asked for. */
	failedAttempt(attempt: Attempt, request: ApiRequest, purpose: Purpose): Error {
		if ('answer' in attempt) {
			// Blanked before it is cut: half a key is still a secret.
			const answer = { ...attempt.answer, text: this.redact(attempt.answer.text) };
			const problem = problemOf(answer, this.vendor, purpose);
			const unsure = this.unsure(request, mayHaveBeenTaken(attempt));
			return this.error({ ...problem, advice: `${problem.advice}${unsure}` }, purpose);
		}
		const { name } = this.vendor;
		const { fault } = attempt;
		const { what, code, answered } = fault;
		const unsure = this.unsure(request, mayHaveBeenTaken(attempt));
		const message = `${name} ${answered ? 'gave no usable answer' : 'could not be reached'}: ${what}`;
		const advice = `${adviceOn(fault, this.vendor, purpose)}${unsure}`;
		return this.error({ message, advice, code }, purpose);
	}

	/**
	 * For a refused request that carries many items: what the vendor says of it, and of the entries
	 * that it names.
	 */
	refusal({ answer }: { readonly answer: Answer }, request: ApiRequest, purpose: Purpose): Refusal {
		const { list = { key: '', items: [] }, names = new Map<string, string>() } = purpose;
		const parsed = parseBody(this.redact(answer.text));
		const body = 'json' in parsed ? parsed.json : undefined;
		const place = { key: list.key, count: list.items.length };
		const { entries, divisible } = refusedIn(answer.status, body, place, names);
		const error = this.failedAttempt({ answer }, request, purpose);
		const { advice, code } = problemOf(answer, this.vendor, purpose);
		const own = [...entries].map(([at, words]): [number, Error] => {
			const problem = { message: `${this.vendor.name}: ${words}`, advice, code };
			return [at, this.error(problem, { what: purpose.what, itemIndex: list.items[at] })];
		});
		return { error, divisible, entries: new Map(own) };
	}

	/** What to do where a write may have been taken although it brought no good answer. */
	private unsure(request: ApiRequest, mayBeTaken: boolean): string {
		if (request.method === 'GET' || !mayBeTaken) return '';
		const isHarmless = repeatOf(request) === 'always';
		const next = isHarmless
			? 'it does no harm to run it again'
			: 'look there before you run it again';
		return `. ${this.vendor.name} may have taken the request all the same: ${next}`;
	}

	/** For a good answer whose body is no JSON. */
	unreadable({ status, text }: Answer, wrong: 'html' | 'notJson', purpose: Purpose): Error {
		const what = wrong === 'html' ? 'a web page instead of data' : 'something that is not JSON';
		const message = `${this.vendor.name} answered with ${what}`;
		const start = excerpt(this.redact(text));
		const advice = `${purpose.what}: check the credential's Base URL, then try again. Status ${status}; the answer starts with: ${start}`;
		return this.error({ message, advice, code: String(status) }, purpose);
	}

	/** For JSON of another form than the documents promise, in the vendor's own words if it has any. */
	unexpected(answer: unknown, why: string, purpose: Purpose): Error {
		const problem = unexpectedProblem(answer, why, this.vendor, purpose, this.redact);
		return this.error(problem, purpose);
	}

	/** For something that the vendor reports as gone wrong without an HTTP error. */
	reported(message: string, advice: string, purpose: Purpose): Error {
		return this.error({ message, advice, code: undefined }, purpose);
	}

	/** For something that this node gave up. */
	gaveUp(message: string, description: string, itemIndex: number | undefined): Error {
		return new NodeOperationError(this.node, withItem(message, itemIndex), {
			itemIndex,
			description,
		});
	}

	/** For an address that is not the vendor's. */
	foreign(error: ForeignOriginError, purpose: Purpose): Error {
		const message = `${this.vendor.name} ${error.message}`;
		const advice = `The request was stopped. Check the Base URL of the credential '${this.vendor.credentialName}'`;
		return this.error({ message, advice, code: undefined }, purpose);
	}

	/** For a credential that lacks something. */
	credential(issues: readonly FieldIssue[], itemIndex?: number): Error {
		const name = `of the credential '${this.vendor.credentialName}'`;
		const message = issues.map(({ field, wrong }) => `'${field}' ${name} ${wrong}`).join('; ');
		const advice = issues.map(({ fix }) => fix).join('. ');
		return this.error({ message, advice, code: undefined }, { what: '', itemIndex });
	}

	/** For a Base URL that is none, or none that the key may be sent to. */
	baseUrl(error: unknown): Error {
		const message = `'Base URL' of the credential '${this.vendor.credentialName}': ${plainMessage(error)}`;
		const advice =
			error instanceof UnencryptedError
				? error.advice
				: 'Open the credential and correct it; the default is right for most users';
		return apiError(this.node, { message, advice, code: undefined });
	}

	private error(problem: Problem, purpose: Purpose): Error {
		const { message, advice } = problem;
		// What is said of many items is said of none of them.
		const ofMany = (purpose.list?.items.length ?? 1) > 1;
		return apiError(
			this.node,
			{ ...problem, message: this.redact(message), advice: this.redact(advice) },
			ofMany ? undefined : purpose.itemIndex,
		);
	}
}
