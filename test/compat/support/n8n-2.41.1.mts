// Runs before each test file of a jest project: its n8n is this one of host/versions.json.
process.env.N8N_HOST_VERSION = '2.41.1';
