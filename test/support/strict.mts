// Runs before each test file of the project "strict": its vendors do the least that their documents
// promise.
process.env.SANDBOX_DOCUMENTS = 'strict';
