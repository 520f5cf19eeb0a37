// n8n-workflow's ES module build leaves out file endings and does not load in plain Node: this
// makes imports take its CommonJS build, as n8n itself does. Used with `node --import`.
import { registerHooks } from 'node:module';

registerHooks({
	resolve(specifier, context, next) {
		const isN8n = specifier === 'n8n-workflow' || specifier === 'n8n-core';
		return next(specifier, isN8n ? { ...context, conditions: ['node', 'require'] } : context);
	},
});
