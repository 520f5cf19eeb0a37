#!/usr/bin/env node
// Stands in for npm in tests of the set-up: notes what it is asked for, and leaves what it would have installed.
'use strict';

const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const [command, ...words] = process.argv.slice(2);
const { NPM_NOTES, NPM_ADDRESS, NPM_FAILS, NPM_HANGS } = process.env;
const asked = [command, ...words].join(' ');

function read(name) {
	try {
		return JSON.parse(readFileSync(name, 'utf8'));
	} catch {
		return {};
	}
}

function leave(name, text) {
	mkdirSync(dirname(name), { recursive: true });
	writeFileSync(name, text);
}

const manifest = read('package.json');
const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
const packages = Object.values(read('package-lock.json').packages ?? {});
const addresses = packages
	.filter(({ integrity }) => integrity)
	.map(({ resolved }) => resolved ?? '');
const note = { asked, folder: process.cwd(), wanted: Object.keys(wanted), addresses };
appendFileSync(NPM_NOTES, `${JSON.stringify(note)}\n`);

if (NPM_FAILS && asked.includes(NPM_FAILS)) {
	console.error('gyp ERR! stack Error: not found: make');
	process.exitCode = 1;
} else if (NPM_HANGS && command === 'install' && NPM_HANGS in wanted) {
	setInterval(() => {}, 60_000);
} else if (command === 'view') {
	console.log(NPM_ADDRESS);
} else if (command === 'run') {
	leave('dist/index.js', '');
	leave('.cache/built', '');
} else if (asked.includes('sqlite3@')) {
	leave(join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node'), 'binary');
} else {
	leave(join('node_modules', '.bin', 'node'), '');
	leave(join('node_modules', 'sqlite3', 'package.json'), JSON.stringify({ version: '5.1.7' }));
}
