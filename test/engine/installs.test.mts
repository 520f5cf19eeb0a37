// What the set-up asks npm for, in a copy of the repository's own files, with a npm that only takes notes.
import { spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const OWN = resolve('.');
const COPIED = ['package.json', 'package-lock.json', '.npmrc', 'scripts', 'host'];
const BUILT_FROM = ['nodes', 'credentials', 'workflows', 'docs'];
const FILES = ['gulpfile.js', 'tsconfig.json', 'LICENSE.md'];
const ADDRESS = 'https://npm.example/all/wrappy/-/wrappy-1.0.2.tgz';

const noteSchema = z.object({
	asked: z.string(),
	folder: z.string(),
	wanted: z.array(z.string()),
	addresses: z.array(z.string()),
});
type Note = z.infer<typeof noteSchema>;

let folder = '';
let root = '';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'set-up-'));
	root = join(folder, 'clone');
	for (const name of COPIED) cpSync(join(OWN, name), join(root, name), { recursive: true });
	for (const name of FILES) cpSync(join(OWN, name), join(root, name));
	for (const name of BUILT_FROM) mkdirSync(join(root, name));
	mkdirSync(join(folder, 'bin'));
	symlinkSync(join(OWN, 'test', 'support', 'setup', 'npm.cjs'), join(folder, 'bin', 'npm'));
	symlinkSync(process.execPath, join(folder, 'bin', 'node'));
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const hostFolder = () => join(folder, 'n8n');

async function setUp(options: string[], npm: Record<string, string> = {}) {
	const notes = join(folder, 'notes');
	rmSync(notes, { force: true });
	const bin = join(folder, 'bin');
	const env = {
		PATH: [bin, '/usr/bin', '/bin'].join(delimiter),
		HOME: folder,
		N8N_HOST_DIR: hostFolder(),
		NPM_NOTES: notes,
		NPM_ADDRESS: ADDRESS,
		...npm,
	};
	const child = spawn(join(bin, 'node'), ['scripts/setup.mjs', ...options], {
		cwd: root,
		env,
	});
	const exit = new Promise<number | null>((done) => child.once('close', done));
	const [code, said] = await Promise.all([exit, text(child.stderr), text(child.stdout)]);
	const taken = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [];
	return { code, said, notes: taken.map((line) => noteSchema.parse(JSON.parse(line))) };
}

const installs = (notes: Note[]) => notes.filter(({ asked }) => asked.startsWith('install'));

test('the demo installs n8n, its database and a part of the dependencies, and builds', async () => {
	const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
	const { code, said, notes } = await setUp(['--demo']);
	expect({ code, said }).toEqual({ code: 0, said: '' });
	const [few] = installs(notes).filter(({ wanted }) => wanted.includes('typescript'));
	expect(few?.wanted).not.toContain('n8n-core');
	expect(installs(notes).some(({ wanted }) => wanted.includes('n8n'))).toBe(true);
	expect(notes.map(({ asked }) => asked)).toContain('run --silent build');
	expect(existsSync(join(hostFolder(), '.installed'))).toBe(true);
	const binary = join(hostFolder(), 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	expect(readFileSync(binary, 'utf8')).toBe('binary');
	// What was committed stays as it is, and nothing is left beside.
	expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).toBe(lockfile);
	expect(existsSync(join(root, '.cache/dependencies'))).toBe(false);
	expect((await setUp(['--demo'])).notes).toEqual([]);
});

test('npm is told where its own registry keeps each package', async () => {
	const { notes } = await setUp(['--host']);
	const locked = installs(notes).filter(({ addresses }) => addresses.length > 0);
	expect(locked).toHaveLength(2);
	for (const { addresses } of locked) {
		expect(addresses.length).toBeGreaterThan(1000);
		const form = /^https:\/\/npm\.example\/all\/(@[^/]+\/)?([^/@]+)\/-\/\2-\d[^/]*\.tgz$/;
		expect(addresses.filter((address) => !form.test(address))).toEqual([]);
	}
});

test.each(['', 'https://npm.example/download/wrappy/1.0.2'])(
	'a registry with addresses of another form is left to npm: "%s"',
	async (address) => {
		const { code, notes } = await setUp([], { NPM_ADDRESS: address });
		expect(code).toBe(0);
		expect(new Set(installs(notes).flatMap(({ addresses }) => addresses))).toEqual(new Set(['']));
	},
);

test('what the demo left out is added in its place', async () => {
	await setUp(['--demo']);
	const { notes } = await setUp([]);
	expect(notes.map((note) => note.folder)).toEqual([root]);
	expect(installs(notes)[0]?.wanted).toContain('n8n-core');
	// The whole is enough for the demo, too.
	expect((await setUp(['--demo'])).notes).toEqual([]);
});

test('without a compiler the download of n8n ends at once, and the next try makes it good', async () => {
	const { code, said } = await setUp(['--host'], { NPM_FAILS: 'sqlite3@', NPM_HANGS: 'n8n' });
	expect(code).toBe(1);
	expect(said).toMatch(/Building sqlite3[^]*What to do: what compiles n8n's database driver/);
	expect(existsSync(hostFolder())).toBe(false);
	expect((await setUp(['--host'])).code).toBe(0);
	expect(existsSync(join(hostFolder(), '.installed'))).toBe(true);
});
