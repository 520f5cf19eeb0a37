// The fault rules that wait for requests.
import type { FaultRule } from './rules.mts';

interface Waiting {
	readonly rule: FaultRule;
	seen: number;
}

/** Rules in the order in which they were added. A rule that is used up is dropped. */
export class FaultList {
	#waiting: Waiting[] = [];

	add(rule: FaultRule): void {
		this.#waiting.push({ rule, seen: 0 });
	}

	clear(): void {
		this.#waiting = [];
	}

	/**
	 * The rule that hits this request: the first that matches and is due. Rules behind it do not
	 * count the request, so that two rules for one path hit one after the other.
	 */
	take(method: string, path: string): FaultRule | undefined {
		for (const waiting of this.#waiting) {
			const { rule } = waiting;
			if (!matches(rule, method, path)) continue;
			waiting.seen += 1;
			if (waiting.seen <= rule.after) continue;
			if (waiting.seen >= rule.after + rule.times) this.#drop(waiting);
			return rule;
		}
		return undefined;
	}

	#drop(used: Waiting): void {
		this.#waiting = this.#waiting.filter((waiting) => waiting !== used);
	}
}

function matches(rule: FaultRule, method: string, path: string): boolean {
	return (
		(rule.method === undefined || rule.method === method) &&
		(rule.path === undefined || path.startsWith(rule.path))
	);
}
