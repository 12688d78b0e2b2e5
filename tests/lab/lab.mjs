// SPDX-License-Identifier: GPL-3.0-or-later
// What the scripts of this folder share: where the npm packages are, JSON-RPC over kept-alive
// connections, numbers in hexadecimal, and the contracts of tests/data/tokens.json.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));

/** A package from the laboratory folder; the source tree has no node_modules. */
export function load(name) {
    const lab = process.env.TIEOUT_TEST_LAB;
    if (!lab) {
        console.error('TIEOUT_TEST_LAB must name the folder that holds node_modules');
        process.exit(2);
    }
    return createRequire(path.join(lab, 'package.json'))(name);
}

/** The value that follows --name on the command line, or the given one. */
export function option(name, otherwise) {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : process.argv[at + 1];
}

export const hex = value => `0x${BigInt(value).toString(16)}`;
export const word = value => BigInt(value).toString(16).padStart(64, '0');

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** Posts JSON and answers { status, headers, text }. A connection that the server closed while it
 *  lay idle is replaced once. */
export function post(url, value, retry = true) {
    const to = new URL(url);
    const body = typeof value === 'string' ? value : JSON.stringify(value);
    return new Promise((resolve, reject) => {
        const request = http.request({
            host: to.hostname,
            port: to.port,
            path: to.pathname + to.search,
            method: 'POST',
            agent,
            headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        }, response => {
            const parts = [];
            response.on('data', part => parts.push(part));
            response.on('error', reject);
            response.on('end', () => resolve({
                status: response.statusCode,
                headers: response.headers,
                text: Buffer.concat(parts).toString(),
            }));
        });
        request.on('error', error => {
            if (retry && request.reusedSocket && ['EPIPE', 'ECONNRESET'].includes(error.code))
                post(url, body, false).then(resolve, reject);
            else
                reject(error);
        });
        request.end(body);
    });
}

let lastId = 0;

/** One call; throws what the node answers as an error. */
export async function call(url, method, params = []) {
    const { text } = await post(url, { jsonrpc: '2.0', id: ++lastId, method, params });
    const answer = JSON.parse(text);
    if (answer.error)
        throw new Error(`${method}: ${answer.error.code} ${answer.error.message}`);
    return answer.result;
}

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Asks for a receipt until there is one or ten seconds have gone. */
export async function receipt(url, hash) {
    for (const deadline = Date.now() + 10000; Date.now() < deadline; await pause(10)) {
        const found = await call(url, 'eth_getTransactionReceipt', [hash]);
        if (found)
            return found;
    }
    throw new Error(`no receipt for ${hash}`);
}

export function tokens() {
    return JSON.parse(fs.readFileSync(path.join(here, '..', 'data', 'tokens.json'), 'utf8'));
}

/** Deploys a contract whose constructor takes nothing or `encoded`; answers its address. */
export async function deploy(url, from, name, encoded = '') {
    const hash = await call(url, 'eth_sendTransaction',
        [{ from, data: tokens()[name].bytecode + encoded, gas: hex(6_000_000) }]);
    const made = await receipt(url, hash);
    if (made.status !== '0x1')
        throw new Error(`${name} was not deployed`);
    return made.contractAddress;
}
