// What operations output in both minds, and the schemas that follow from it.
import type { IDataObject } from 'n8n-workflow';
import type { Documents } from '../../../sandbox/client.mts';
import { formsOf, runExample, type FormExample, type Named } from '../generated/examples.mts';
import type { VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import type { KnownAnswer, ShowingRun } from './answer.mts';
import { knownAnswer } from './answers.mts';
import { schemaOf, type JsonSchema } from './jsonSchema.mts';

/** An operation of which it is known what it outputs. */
export interface KnownOperation extends FormExample {
	readonly answer: KnownAnswer;
}

/** Those of a vendor. */
export function knownOf(vendor: TestedVendor): Array<Named<KnownOperation>> {
	return formsOf(vendor).flatMap(([key, example]): Array<Named<KnownOperation>> => {
		const answer = knownAnswer(vendor, key);
		return answer ? [[key, { ...example, answer }]] : [];
	});
}

/** What came of an operation's runs. */
interface Output {
	/** Of its own run. */
	readonly records: readonly IDataObject[];
	/** Of another one that shows the same record. */
	readonly others: readonly IDataObject[];
}

/** What came in each mind, by operation. */
export class Outputs {
	private readonly seen = new Map<string, Output>();
	private readonly vendor: TestedVendor;

	constructor(vendor: TestedVendor) {
		this.vendor = vendor;
	}

	/** Runs an operation, with the options of a new node. */
	async watch(site: VendorSite, key: string, { answer }: KnownOperation): Promise<Output> {
		const records = await this.run(site, key, answer);
		const { also } = answer;
		const output = { records, others: also ? await this.run(site, also.of, also) : [] };
		this.seen.set(`${site.documents} ${key}`, output);
		return output;
	}

	/** What an operation itself output in a mind. */
	of(key: string, documents: Documents): readonly IDataObject[] {
		return this.seen.get(`${documents} ${key}`)?.records ?? [];
	}

	/**
	 * The schema of what a vendor of the strict mind has an operation output, and of what the document
	 * names beside it.
	 */
	schemaOf(key: string): JsonSchema {
		const { sameAs, named = [], own = [] } = knownAnswer(this.vendor, key) ?? {};
		if (sameAs !== undefined) return this.schemaOf(sameAs);
		const strict = this.seen.get(`strict ${key}`);
		const more = this.of(key, 'generous').map((record) => onlyOf(record, named));
		const all = [...(strict?.records ?? []), ...(strict?.others ?? []), ...more];
		return schemaOf(all.map((record) => emptied(record, own)));
	}

	private async run(site: VendorSite, key: string, run: ShowingRun): Promise<IDataObject[]> {
		const [, example] = formsOf(this.vendor).find(([name]) => name === key) ?? [];
		if (!example) throw new Error(`${this.vendor.type} has no example ${key}`);
		await (run.prepare ?? this.preparing(key))?.(site);
		const given = { ...example.its.parameters, ...run.parameters };
		const parameters = 'returnAll' in given ? { ...given, returnAll: true } : given;
		const shown = { ...example, its: { ...example.its, parameters, options: {} } };
		const result = await runExample(site, shown, {}, run.items ?? example.its.items);
		if (result.error) throw new Error(`${key}: ${result.error.message}`);
		return result.items.map(({ json }) => json);
	}

	private preparing(key: string): ShowingRun['prepare'] {
		const its = this.vendor.cases[key];
		return its && 'prepare' in its ? its.prepare : undefined;
	}
}

function onlyOf(record: IDataObject, names: readonly string[]): IDataObject {
	return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

function emptied(record: IDataObject, names: readonly string[]): IDataObject {
	const fields = Object.entries(record).map(([name, value]): [string, IDataObject[string]] => [
		name,
		names.includes(name) ? (Array.isArray(value) ? [] : {}) : value,
	]);
	return Object.fromEntries(fields);
}
