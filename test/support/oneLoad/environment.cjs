// Loads n8n once a worker, not once a test file: that takes seconds, and there are two hundred files.
const { types } = require('node:util');
const { TestEnvironment } = require('jest-environment-node');
require('../n8nSettings.cjs');

const SAME = { Error: types.isNativeError, Date: types.isDate, Map: types.isMap, Set: types.isSet };

/** What is an Error, or a Date, on one side is one on the other: the test file has classes of its own. */
function knowOthers(global) {
	const ordinary = Function.prototype[Symbol.hasInstance];
	for (const [name, isSame] of Object.entries(SAME)) {
		const Class = global[name];
		Object.defineProperty(Class, Symbol.hasInstance, {
			configurable: true,
			value(value) {
				return ordinary.call(this, value) || (this === Class && isSame(value));
			},
		});
	}
}

knowOthers(globalThis);

/** What a worker keeps from one test file to the next. */
const kept = new Map();

/** A test file's world, with the door to what is loaded once for all. */
class OneLoad extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.loadOnce = (name) => require(name);
		this.global.keptByWorker = kept;
		knowOthers(this.global);
	}
}

module.exports = OneLoad;
