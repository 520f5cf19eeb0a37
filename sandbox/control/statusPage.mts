// The status page: what each vendor received and keeps, live, for who watches a workflow run.

/** How often the page looks, in ms. */
const EVERY_MS = 1_000;

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
p { margin: 0 0 1.5rem; opacity: .75; }
main { column-gap: 1rem; columns: 23rem; }
section { break-inside: avoid; margin-bottom: 1rem; border: 1px solid #8885; border-radius: .6rem; padding: 1rem; }
h2 { display: flex; justify-content: space-between; font-size: 1.05rem; margin: 0 0 .5rem; }
h2 small { font-weight: 400; opacity: .75; }
h3 { font-size: .8rem; margin: .8rem 0 .2rem; opacity: .6; text-transform: uppercase; }
table { border-collapse: collapse; font-size: .82rem; width: 100%; }
td { padding: .1rem .4rem .1rem 0; vertical-align: top; overflow-wrap: anywhere; }
td:last-child { text-align: right; white-space: nowrap; }
`;

// Runs in the browser. What came in is put in as text, never as markup.
const SCRIPT = `
const names = { genPage: 'GenPage', leadGenius: 'LeadGenius', geniziz: 'Geniziz', growthGenius: 'GrowthGenius', skarbe: 'Skarbe' };
const many = (count) => count.toLocaleString('en-US');
function element(tag, text = '', ...children) {
	const made = document.createElement(tag);
	made.textContent = text;
	made.append(...children);
	return made;
}
function table(rows) {
	return element('table', '', ...rows.map((cells) => element('tr', '', ...cells.map((cell) => element('td', String(cell))))));
}
function part(title, rows) {
	return rows.length === 0 ? [] : [element('h3', title), table(rows)];
}
function request({ at, call, status, ms }) {
	return [new Date(at).toLocaleTimeString('en-GB'), call, status ?? (ms === null ? '…' : 'no answer'), ms === null ? '' : many(ms) + ' ms'];
}
function vendor({ vendor, requests, refused, calls, records, latest }) {
	const words = many(requests) + (requests === 1 ? ' request' : ' requests') + (refused ? ', ' + many(refused) + ' refused' : '');
	return element('section', '', element('h2', names[vendor] ?? vendor, element('small', words)),
		...part('It was asked', calls.slice(0, 8).map(({ call, count }) => [call, many(count)])),
		...part('Just now', latest.map(request)),
		...part('It keeps', records.map(({ kind, count }) => [kind.replace(/([A-Z])/g, ' $1').toLowerCase(), many(count)])));
}
async function look() {
	const state = document.querySelector('p');
	try {
		const answer = await fetch('overview');
		document.querySelector('main').replaceChildren(...(await answer.json()).map(vendor));
		state.textContent = 'What the stand-ins of the five vendors received and keep. It looks every second.';
	} catch {
		state.textContent = 'The sandbox does not answer: it has ended.';
	}
	setTimeout(look, ${EVERY_MS});
}
look();
`;

/** The whole page. It asks for `overview` beside it. */
export const STATUS_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sandbox</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><h1>What the vendors see</h1><p>Looking…</p><main></main><script>${SCRIPT}</script></body>
</html>
`;
