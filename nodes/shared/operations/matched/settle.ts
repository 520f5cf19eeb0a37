import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../../form/field';
import type { Values } from '../../lists/way';
import type { clientsOf } from '../../run/clients';
import type { OutputRecord } from '../../run/outcome';
import type { Run } from '../../run/run';
import { fillPath } from '../../transport/path';
import type { ApiRequest } from '../../transport/request';
import { hasStatus } from '../../transport/status';
import { toRecord } from '../../values/records';
import { isSame } from '../../values/same';
import { answerOf, readRecord, type AnswerForm } from '../answer';
import type { MatchRow, Updating } from './row';
import { Target, type Existing } from './target';

/** With these a vendor has looked at what was sent, and has taken none of it. */
const REFUSED = ['400', '422'];

/** A request that writes, and what its answer is. */
interface Write {
	readonly request: ApiRequest;
	readonly form: AnswerForm;
}

/** Sends what records need, and puts out what came of their items. */
export class Settler<Fields extends readonly Field[]> {
	constructor(
		private readonly run: Run,
		private readonly row: MatchRow<Fields>,
		private readonly open: ReturnType<typeof clientsOf>,
	) {}

	/**
	 * Sends what one record needs. Where its items do not say the same and the vendor refuses that, one
	 * that is wrong does not take the others with it.
	 *
	 * @throws the error where the run must not go on
	 */
	async settle(target: Target<InputOf<Fields>>): Promise<void> {
		const written = await this.write(target);
		if (!('error' in written)) return;
		const { error } = written;
		const [first, ...others] = target.turns.map(({ entry }) => entry);
		const differing = others.filter(({ values }) => !isSame(values, first?.values));
		if (!first || differing.length === 0 || !hasStatus(error, REFUSED)) {
			this.run.outcome.fail({ items: itemsOf(target), error });
		} else if (target.treatment.updates) {
			await this.oneByOne(target);
		} else {
			// Only what the first one says was sent.
			const same = [first, ...others].filter((entry) => !differing.includes(entry));
			this.run.outcome.fail({ items: same.map(({ item }) => item), error });
			const rest = new Target<InputOf<Fields>>(target.existing, target.treatment);
			for (const entry of differing) rest.take(entry);
			await this.settle(rest);
		}
	}

	private async oneByOne({ turns, existing, treatment }: Target<InputOf<Fields>>): Promise<void> {
		let known = existing;
		for (const [place, { entry }] of turns.entries()) {
			const alone = new Target<InputOf<Fields>>(known, treatment);
			alone.take(entry);
			const written = await this.write(alone);
			if ('record' in written) {
				known = existingOf(alone, written.record);
			} else if (known || hasStatus(written.error, REFUSED)) {
				this.run.outcome.fail({ items: [entry.item], error: written.error });
			} else {
				// It may have been created: the others must not create it again.
				const items = turns.slice(place).map((turn) => turn.entry.item);
				this.run.outcome.fail({ items, error: written.error });
				return;
			}
		}
	}

	/** Sends what has to be sent, if anything, and puts out what came. */
	private async write(
		target: Target<InputOf<Fields>>,
	): Promise<{ readonly record: IDataObject } | { readonly error: unknown }> {
		try {
			const record = await this.recordOf(target);
			this.run.outcome.add(outputOf(target, record));
			return { record };
		} catch (error) {
			return { error };
		}
	}

	/** The record as it is at the end, as far as that is known. @throws NodeApiError, CancelledError */
	private async recordOf(target: Target<InputOf<Fields>>): Promise<IDataObject> {
		const { existing, toSend, values } = target;
		if (!existing) return await this.answered(target, this.creation(values));
		const before = toRecord({ id: existing.id, ...values }) ?? {};
		const { update } = this.row;
		if (!toSend || !update) return before;
		return { ...before, ...(await this.answered(target, this.change(update, existing, toSend))) };
	}

	private creation(values: Values): Write {
		const { matching, method, path } = this.row;
		const { answer: form } = matching;
		const request = { method, path, repeat: 'ifNotTaken', answer: answerOf(form) } as const;
		return { request: { ...request, body: this.body(values) }, form };
	}

	private change(update: Updating, existing: Existing, values: Values): Write {
		const { method, answer: form } = update;
		const path = fillPath(update.path, existing);
		// The same values twice leave the record as once.
		const request = { method, path, repeat: 'always', answer: answerOf(form) } as const;
		return { request: { ...request, body: this.body(values) }, form };
	}

	private body(values: Values): object {
		return this.row.matching.body?.(values) ?? values;
	}

	private async answered(
		target: Target<InputOf<Fields>>,
		{ request, form }: Write,
	): Promise<IDataObject> {
		const client = await this.open(itemsOf(target), target.turns[0]?.entry.input);
		return readRecord(client, form, await client.send(request));
	}
}

function outputOf<Input>(target: Target<Input>, record: IDataObject): OutputRecord[] {
	const isSent = target.toSend !== undefined;
	return target.turns.map(({ entry: { item }, action }) => {
		// What one item changes another one may change back: then nothing was sent.
		const came = action === 'updated' && !isSent ? 'unchanged' : action;
		return { json: { ...record, action: came }, items: [item] };
	});
}

function itemsOf<Input>({ turns }: Target<Input>): number[] {
	return turns.map(({ entry }) => entry.item);
}

/** A record that was just written, for the items that come next. */
function existingOf<Input>({ existing, values }: Target<Input>, record: IDataObject): Existing {
	const { id = existing?.id } = record;
	const own = typeof id === 'number' ? id : String(id);
	return { id: own, values: { ...values, ...record } };
}
