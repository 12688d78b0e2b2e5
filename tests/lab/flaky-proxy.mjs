// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON-RPC proxy on the loopback that treats a good node's answers as a bad provider would. Chance
// comes from a seed, so a run can be repeated. Every key of `settings` can be given at the start
// (--config JSON) and changed later (POST /__lab with JSON; GET /__lab shows settings and counts).
// Usage: node flaky-proxy.mjs --up http://127.0.0.1:8545 [--port 0] [--config JSON]
// Prints "listening <port>" when it is ready.
import http from 'node:http';
import { call, hex, option, post } from './lab.mjs';
import { cloudPage, limitAnswer, rangeError, resultError } from './provider-answers.mjs';

const upstream = option('up', 'http://127.0.0.1:8545');
const settings = {
    seed: 1,
    style: 'alchemy',       // whose error texts: see provider-answers.mjs; "silent" cuts without a word
    maxRange: 0,            // blocks per eth_getLogs, 0 for no limit
    maxResults: 0,          // logs per answer
    batchMax: 0,            // calls per batch
    bodyMax: 0,             // bytes of a request, else 413
    rps: 0,                 // calls per second, else limited
    limitAs: '429',         // 429 | 429-nobody | 200-error | 403-penalty
    retryAfter: 1,          // seconds
    lag: 0, lagP: 0,        // a replica that is `lag` blocks behind serves the whole request
    emptyP: 0,              // eth_getLogs answers nothing
    nullBlockP: 0,          // eth_getBlockByNumber answers null
    missLastP: 0,           // the logs of the range's last block are missing
    dupP: 0, shuffleP: 0,   // a log twice, logs out of order
    resetP: 0, truncP: 0,   // the connection breaks before or in the middle of the answer
    htmlP: 0, http5xxP: 0,  // a page instead of JSON, an error of the gateway
    hangP: 0, hangMs: 15000,
    noFinalized: false,     // the tags safe and finalized are refused
    stickyIds: true,        // false: a batch comes back in another order
    chainId: null,          // another network's id
    hook: null,             // { on: method, call: method, params, times }: asked of the node first
};
const counts = {
    requests: 0, calls: 0, limited: 0, ranges: 0, results: 0, lagged: 0, emptied: 0, nulls: 0,
    resets: 0, hooks: 0, bytesOut: 0, methods: {},
};

let state = 0;
function configure(changes) {
    Object.assign(settings, changes);
    if ('seed' in changes)
        state = settings.seed >>> 0;
}
configure({ seed: 1, ...JSON.parse(option('config', '{}')) });

/** The next number in [0, 1): a small counter-based generator, good enough to choose faults. */
function chance() {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
const happens = probability => probability > 0 && chance() < probability;
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
const head = async () => Number(await call(upstream, 'eth_blockNumber'));

async function forward(request, params = request.params ?? []) {
    const asked = { jsonrpc: '2.0', id: 1, method: request.method, params };
    return { ...JSON.parse((await post(upstream, asked)).text), id: request.id };
}

const good = (request, result) => ({ jsonrpc: '2.0', id: request.id, result });
const bad = (request, error) => ({ jsonrpc: '2.0', id: request?.id ?? null, error });

async function heightOf(tag, top) {
    if (tag === undefined || tag === 'latest' || tag === 'pending')
        return top;
    if (tag === 'earliest')
        return 0;
    if (tag === 'safe' || tag === 'finalized')
        return Number((await call(upstream, 'eth_getBlockByNumber', [tag, false])).number);
    return Number(tag);
}

async function block(request, lag) {
    const [tag, full] = request.params ?? [];
    if (settings.noFinalized && (tag === 'safe' || tag === 'finalized'))
        return bad(request, { code: -32602, message: 'invalid block tag' });
    if (happens(settings.nullBlockP)) {
        counts.nulls += 1;
        return good(request, null);
    }
    if (lag > 0) {
        counts.lagged += 1;
        const top = await head() - lag;
        if (tag === 'latest')
            return forward(request, [hex(Math.max(0, top)), full]);
        if (tag === 'safe' || tag === 'finalized')
            return forward(request, [hex(Math.max(0, await heightOf(tag, top) - lag)), full]);
        if (/^0x/.test(tag) && Number(tag) > top)
            return good(request, null);
    }
    return forward(request);
}

async function logs(request, lag) {
    const filter = request.params?.[0] ?? {};
    if (filter.blockHash) {
        if (!happens(settings.emptyP))
            return forward(request);
        counts.emptied += 1;
        return good(request, []);
    }
    const top = await head() - lag;
    const from = await heightOf(filter.fromBlock, top);
    const asked = await heightOf(filter.toBlock, top);
    const to = Math.min(asked, top);
    if (settings.maxRange > 0 && asked - from + 1 > settings.maxRange) {
        counts.ranges += 1;
        return bad(request, rangeError(settings.style, from, settings.maxRange));
    }
    if (lag > 0)
        counts.lagged += 1;
    if (from > top)
        return good(request, []);
    if (happens(settings.emptyP)) {
        counts.emptied += 1;
        return good(request, []);
    }
    const answer = await forward(request, [{ ...filter, fromBlock: hex(from), toBlock: hex(to) }]);
    return answer.error ? answer : spoil(request, answer.result, from, to);
}

function spoil(request, found, from, to) {
    let list = found;
    if (settings.maxResults > 0 && list.length > settings.maxResults) {
        counts.results += 1;
        if (settings.style === 'silent')
            return good(request, list.slice(0, settings.maxResults));
        return bad(request, resultError(settings.style, from, to, settings.maxResults));
    }
    if (happens(settings.missLastP))
        list = list.filter(log => Number(log.blockNumber) < to);
    if (list.length > 0 && happens(settings.dupP))
        list = [...list, list[list.length >> 1]];
    if (happens(settings.shuffleP))
        list = list.map(log => [chance(), log]).sort((a, b) => a[0] - b[0]).map(pair => pair[1]);
    return good(request, list);
}

async function answerOne(request, lag) {
    counts.calls += 1;
    if (typeof request?.method !== 'string')
        return bad(request, { code: -32600, message: 'Invalid request' });
    const { method } = request;
    counts.methods[method] = (counts.methods[method] ?? 0) + 1;
    const { hook } = settings;
    if (hook && hook.on === method && (hook.times ?? 1) > 0) {
        hook.times = (hook.times ?? 1) - 1;
        counts.hooks += 1;
        await call(upstream, hook.call, hook.params ?? []);
    }
    if (method === 'eth_chainId' && settings.chainId !== null)
        return good(request, hex(settings.chainId));
    if (method === 'eth_blockNumber' && lag > 0) {
        counts.lagged += 1;
        return good(request, hex(Math.max(0, await head() - lag)));
    }
    if (method === 'eth_getBlockByNumber')
        return block(request, lag);
    if (method === 'eth_getLogs')
        return logs(request, lag);
    return forward(request);
}

let windowStart = 0;
let windowCalls = 0;
let penaltyUntil = 0;

function limited(calls) {
    const now = Date.now();
    if (now - windowStart >= 1000) {
        windowStart = now;
        windowCalls = 0;
    }
    windowCalls += calls;
    if (now < penaltyUntil)
        return true;
    if (settings.rps === 0 || windowCalls <= settings.rps)
        return false;
    if (settings.limitAs === '403-penalty')
        penaltyUntil = now + settings.retryAfter * 1000;
    return true;
}

function send(response, status, value, headers = {}) {
    const body = typeof value === 'string' ? value : JSON.stringify(value);
    counts.bytesOut += body.length;
    response.writeHead(status, {
        'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers,
    });
    response.end(body);
}

/** Says whether a fault of the transport has answered already. */
async function transportFault(request, response) {
    if (happens(settings.resetP)) {
        counts.resets += 1;
        request.socket.destroy();
        return true;
    }
    if (happens(settings.htmlP)) {
        send(response, 200, cloudPage, { 'content-type': 'text/html' });
        return true;
    }
    if (happens(settings.http5xxP)) {
        const status = [500, 502, 503, 504][Math.floor(chance() * 4)];
        send(response, status, 'upstream error', { 'content-type': 'text/plain' });
        return true;
    }
    if (happens(settings.hangP))
        await pause(settings.hangMs);
    return false;
}

async function serve(request, response, text) {
    counts.requests += 1;
    if (settings.bodyMax > 0 && text.length > settings.bodyMax)
        return send(response, 413, '<html><h1>413 Request Entity Too Large</h1></html>',
            { 'content-type': 'text/html', connection: 'close' });
    let asked;
    try {
        asked = JSON.parse(text);
    } catch {
        return send(response, 400, bad(null, { code: -32700, message: 'Parse error' }));
    }
    const many = Array.isArray(asked);
    if (limited(many ? asked.length : 1)) {
        counts.limited += 1;
        const { status, value, headers } = limitAnswer(settings, many ? null : asked.id, windowCalls);
        return send(response, status, value, headers);
    }
    if (many && settings.batchMax > 0 && asked.length > settings.batchMax)
        return send(response, 200, bad(null,
            { code: -32600, message: `batch too large: ${asked.length} > ${settings.batchMax}` }));
    if (await transportFault(request, response))
        return undefined;

    // One replica serves the whole request, and calls run in order so that a hook has its place.
    const lag = settings.lag > 0 && happens(settings.lagP) ? settings.lag : 0;
    const answers = [];
    for (const one of many ? asked : [asked])
        answers.push(await answerOne(one, lag));
    if (many && !settings.stickyIds)
        answers.reverse();
    const body = JSON.stringify(many ? answers : answers[0]);
    if (happens(settings.truncP)) {
        response.writeHead(200,
            { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.write(body.slice(0, body.length >> 1), () => request.socket.destroy());
        return undefined;
    }
    return send(response, 200, body);
}

const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', async () => {
        const text = Buffer.concat(parts).toString();
        try {
            if (request.url === '/__lab') {
                if (request.method === 'POST')
                    configure(JSON.parse(text));
                send(response, 200, { settings, counts });
            } else {
                await serve(request, response, text);
            }
        } catch (error) {
            if (!response.headersSent)
                send(response, 502, String(error), { 'content-type': 'text/plain' });
        }
    });
});
server.keepAliveTimeout = 60000;
server.listen(Number(option('port', 0)), '127.0.0.1',
    () => console.log(`listening ${server.address().port}`));
