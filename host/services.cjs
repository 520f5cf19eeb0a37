// PostgreSQL and Redis, which n8n's queue mode needs, by the clients that n8n itself brings.
'use strict';

const { createRequire } = require('node:module');
const { join } = require('node:path');
const { hostDirectory } = require('./location.cjs');

const POSTGRES = { host: '127.0.0.1', port: 5432, user: 'postgres', password: 'postgres' };
const REDIS = { host: '127.0.0.1', port: 6379 };

const START = {
	PostgreSQL:
		'docker run --rm -d -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:17',
	Redis: 'docker run --rm -d -p 127.0.0.1:6379:6379 redis:7',
};

function fromHost(name) {
	return createRequire(join(hostDirectory(), 'package.json'))(name);
}

function missing(service, { host, port }, error) {
	return new Error(
		`Queue mode needs ${service} on ${host}:${port}, and it does not answer (${error.message}). ` +
			`Start it, for example with: ${START[service]}`,
	);
}

async function query(database, sql, values = []) {
	const { Client } = fromHost('pg');
	const client = new Client({ ...POSTGRES, database });
	try {
		await client.connect();
	} catch (error) {
		throw missing('PostgreSQL', POSTGRES, error);
	}
	try {
		return (await client.query(sql, values)).rows;
	} finally {
		await client.end();
	}
}

async function withRedis(work) {
	const Redis = fromHost('ioredis');
	const client = new Redis({ ...REDIS, lazyConnect: true, retryStrategy: () => null });
	// Told by connect() as well; without a listener it would be written to the console.
	client.on('error', () => {});
	try {
		await client.connect();
	} catch (error) {
		throw missing('Redis', REDIS, error);
	}
	try {
		return await work(client);
	} finally {
		client.disconnect();
	}
}

async function pingRedis() {
	await withRedis((client) => client.ping());
}

async function dropKeys(prefix) {
	await withRedis(async (client) => {
		for await (const keys of client.scanStream({ match: `${prefix}*`, count: 1000 })) {
			if (keys.length > 0) await client.unlink(...keys);
		}
	});
}

module.exports = { POSTGRES, REDIS, dropKeys, pingRedis, query };
