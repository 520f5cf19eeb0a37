// Builds the package: compiles it, copies what the compiler does not, checks what it requires,
// writes the operation tables into the documents and makes one package per vendor beside the whole.
// At its end it leaves a file by which scripts/built.mjs sees whether to build again.
const { execFile } = require('node:child_process');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');
const { checkImports } = require('./scripts/build/imports.cjs');
const { writeMatching } = require('./scripts/build/matching.cjs');
const { buildPackages } = require('./scripts/build/packages.cjs');
const { copySchemas } = require('./scripts/build/schemas.cjs');
const { writeTables } = require('./scripts/build/tables.cjs');

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
	return src('nodes/**/*.{svg,png}', { encoding: false }).pipe(dest('dist/nodes'));
}

function codex() {
	return src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
}

async function schemas() {
	copySchemas('dist');
}

async function imports() {
	checkImports('dist');
}

async function tables() {
	writeTables();
	writeMatching();
}

async function packages() {
	buildPackages();
}

async function stamp() {
	await mkdir('.cache', { recursive: true });
	await writeFile('.cache/built', '');
}

exports.build = series(
	clean,
	parallel(compile, icons, codex, schemas),
	imports,
	tables,
	packages,
	stamp,
);
exports.default = exports.build;
