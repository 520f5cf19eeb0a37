import type { IExecuteFunctions } from 'n8n-workflow';
import { Recent } from '../values/recent';
import { executionAt, isSameAddress } from './sleep';

/** An execution that has borrowed an address of a vendor's. */
interface Borrower {
	/** Its URL, where the vendor is to wake it up. */
	readonly resumeUrl: string;
	/** Whether it sleeps: n8n's database then knows whether it still does. */
	isAsleep: boolean;
}

/**
 * Who has borrowed which address, as far as this process knows: not every vendor tells where its calls
 * go. It is not kept in n8n's static data: an execution writes back all of its workflow's, as it was
 * when the execution began, and so would undo what the workflow's triggers have noted since.
 *
 * Who was stopped, or is woken up in another process, as with n8n's workers, gives nothing back here: so
 * the oldest are forgotten.
 */
const borrowers = new Recent<Borrower>(10_000);

/** An address that an execution wants, and where it wants to be called. */
export interface Wish {
	/** What tells the address from all others. */
	readonly key: string;
	readonly resumeUrl: string;
	/** Where calls go now, where the vendor tells. */
	readonly told: string | undefined;
}

/**
 * Borrows an address, unless another execution of this n8n still needs it. One that was stopped, has
 * ended, or whose time limit is over, needs it no more.
 *
 * @returns the ID of the execution that still needs it; undefined when it is borrowed now
 */
export async function borrow(
	context: IExecuteFunctions,
	{ key, resumeUrl, told = '' }: Wish,
): Promise<string | undefined> {
	const known = borrowers.get(key);
	const knownId = known && executionAt(known.resumeUrl, resumeUrl);
	if (knownId !== undefined && !known?.isAsleep) return knownId;
	// From here on no other execution of this process gets it, while n8n is asked.
	const own: Borrower = { resumeUrl, isAsleep: false };
	borrowers.set(key, own);
	for (const id of new Set([knownId, executionAt(told, resumeUrl)])) {
		if (id === undefined || !(await stillWaits(context, id))) continue;
		if (known) borrowers.set(key, known);
		else borrowers.delete(key);
		return id;
	}
	return undefined;
}

/** Borrows an address whoever has it. @returns undefined: no execution stands in the way */
export function takeOver({ key, resumeUrl }: Wish): undefined {
	borrowers.set(key, { resumeUrl, isAsleep: false });
}

/** Notes that the borrower of an address has gone to sleep. */
export function noteSleep(key: string): void {
	const borrower = borrowers.get(key);
	if (borrower) borrower.isAsleep = true;
}

/** Notes that an execution does not need an address any more. @param resumeUrl also without what signs it */
export function release(key: string, resumeUrl: string): void {
	const known = borrowers.get(key)?.resumeUrl;
	if (known !== undefined && isSameAddress(known, resumeUrl)) borrowers.delete(key);
}

/** Whether an execution is still to be woken up, as n8n's database has it; so if that cannot be read. */
async function stillWaits(context: IExecuteFunctions, executionId: string): Promise<boolean> {
	try {
		const data = await context.getExecutionDataById(executionId);
		if (!data || data.resultData.error) return false;
		if (data.waitTill) return new Date(data.waitTill).getTime() > Date.now();
		// It is at work in another process, and may go to sleep; when it has ended nothing is left to do.
		return (data.executionData?.nodeExecutionStack.length ?? 0) > 0;
	} catch {
		return true;
	}
}
