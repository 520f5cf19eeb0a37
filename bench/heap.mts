import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** The heap that is in use when all garbage is gone, in MB. */
export function heapUsed(): number {
	if (typeof collectGarbage === 'function') {
		for (let pass = 0; pass < 3; pass++) Reflect.apply(collectGarbage, undefined, []);
	}
	return process.memoryUsage().heapUsed / 1024 / 1024;
}
