// What the set-up and the demo say to do when the machine lacks something, out of what npm, node-gyp, make and
// the system write then.
import { adviceOn, adviceOnNode, adviceOnNpm, adviceOnSpace } from '../../scripts/advice.cjs';

const FOLDER = '/somewhere/n8n';

test.each([
	[
		'no disk',
		'npm error code ENOSPC\nnpm error nospc There appears to be insufficient space',
		/disk of \/somewhere\/n8n/,
	],
	[
		'no Python',
		'gyp ERR! find Python \ngyp ERR! find Python Python is not set from command line',
		/make and Python 3/,
	],
	['no make', 'gyp ERR! stack Error: not found: make', /apt-get install -y g\+\+ make python3/],
	[
		'no compiler',
		'npm error make: cc: No such file or directory\nnpm error make: *** [x.o] Error 127',
		/C\+\+ compiler/,
	],
	['no name server', 'npm error code EAI_AGAIN', /reach its registry/],
	['no network', 'npm error code ECONNREFUSED\nnpm error errno ECONNREFUSED', /reach its registry/],
	[
		'npm set to be offline',
		"npm error code ENOTCACHED\nnpm error request to x failed: cache mode is 'only-if-cached'",
		/get offline/,
	],
	['a proxy of its own', 'npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
	[
		'a folder of another user',
		'npm error code EACCES\nnpm error syscall mkdir',
		/cannot be written/,
	],
	['no memory', 'stopped by SIGKILL', /memory was too little/],
])('%s', (_, said, advice) => {
	expect(adviceOnNpm(said, FOLDER)).toMatch(advice);
});

test('a compiler that is missing counts, and not the download that had failed before', () => {
	const said =
		'prebuild-install warn install connect ECONNREFUSED\ngyp ERR! stack Error: not found: make';
	expect(adviceOnNpm(said, FOLDER)).toMatch(/make and Python 3/);
});

test('a compiler that was found is none that is missing', () => {
	const said = 'gyp info find Python using Python version 3.11\nnpm error code ETIMEDOUT';
	expect(adviceOnNpm(said, FOLDER)).toMatch(/reach its registry/);
});

test('what n8n logs of a connection is no trouble of npm', () => {
	expect(
		adviceOn('n8n ended before it was ready. Its last lines: ECONNREFUSED', FOLDER),
	).toBeUndefined();
	expect(adviceOn('SQLITE_FULL: database or disk is full', FOLDER)).toMatch(/no space is left/);
});

test('a disk with too little space is told before anything is downloaded', () => {
	expect(adviceOnSpace('.', 0)).toBeUndefined();
	expect(adviceOnSpace('.', 1_000_000)).toMatch(
		/^1000000 GB are needed on the disk of \., and [\d.]+ GB are free\.\nWhat to do: Free some/,
	);
});

test('what is unknown gets no advice', () => {
	expect(adviceOnNpm('npm error code ERESOLVE', FOLDER)).toBeUndefined();
});

test.each([
	['18.20.8', /This is Node 18\.20\.8, and the set-up needs 20 or newer/],
	['20.0.0', undefined],
	['24.21.0', undefined],
])('Node %s', (version, words) => {
	if (words) expect(adviceOnNode(version)).toMatch(words);
	else expect(adviceOnNode(version)).toBeUndefined();
});
