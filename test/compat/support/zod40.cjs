'use strict';

module.exports = require('./zod.cjs')('zod 4.0');
