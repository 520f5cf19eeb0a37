// A jest resolver per version of zod: the compiled nodes get that one, all else its own.
'use strict';

const { join } = require('node:path');
const { hostDirectory } = require('../../../host/location.cjs');

/** Of the newest n8n's folder, where host/versions.json has it installed. */
const NEWEST = join(hostDirectory('.', '2.41.1'), 'node_modules', 'zod4');

/** What zod 3.25 carries as zod/v4 is zod 4.0. */
const BY_NAME = { 'zod 4.0': require.resolve('zod/v4'), 'zod 4.6': NEWEST };

/** @param {keyof typeof BY_NAME} name */
module.exports = (name) => (request, options) => {
	const isOurs = options.basedir?.startsWith(join(process.cwd(), 'dist'));
	return options.defaultResolver(isOurs && request === 'zod' ? BY_NAME[name] : request, options);
};
