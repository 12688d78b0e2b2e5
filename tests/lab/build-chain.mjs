// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a long chain of real Transfer logs on a running anvil, for the benchmarks: `blocks` blocks
// with `per` logs of one BulkToken each, of which every `every`-th pays `payee` (1: all of them).
// With --distinct each log pays an account of its own: base + running number.
// anvil must run without automine and with --prune-history, or it stalls and fills the disk.
// Usage: node build-chain.mjs --rpc URL --payee 0x… [--blocks 10000] [--per 100] [--every 1]
//                             [--distinct 0x<base>] [--value 1000000]
// Prints one line of JSON: { token, first, head, logs, hits, seconds }.
import { call, deploy, hex, option, receipt, tokens, word } from './lab.mjs';

const url = option('rpc', 'http://127.0.0.1:8545');
const blocks = Number(option('blocks', 10000));
const per = Number(option('per', 100));
const every = Number(option('every', 1));
const payee = option('payee', '0x00000000000000000000000000000000000000aa');
const base = option('distinct', null);
const value = Number(option('value', 1000000));

const started = Date.now();
const [, from] = await call(url, 'eth_accounts');
await call(url, 'anvil_setBlockTimestampInterval', [12]);
await call(url, 'evm_setAutomine', [true]);
const token = await deploy(url, from, 'BulkToken');
await call(url, 'evm_setAutomine', [false]);

const { selectors } = tokens().BulkToken;
function input(number) {
    const first = number * per;
    if (base !== null)
        return selectors['each(uint160,uint256,uint256)']
            + word(BigInt(base) + BigInt(first)) + word(per) + word(value);
    return selectors['bulk(uint256,uint256,address,uint256)']
        + word(first) + word(per) + word(payee) + word(every);
}

const before = Number(await call(url, 'eth_blockNumber'));
const nonce = Number(await call(url, 'eth_getTransactionCount', [from, 'latest']));
const gas = hex(200_000 + per * 6_000);
let last = null;
for (let number = 0; number < blocks; number += 1) {
    last = await call(url, 'eth_sendTransaction',
        [{ from, to: token, data: input(number), gas, nonce: hex(nonce + number) }]);
    await call(url, 'evm_mine', []);
}

const head = Number(await call(url, 'eth_blockNumber'));
if (head !== before + blocks)
    throw new Error(`the head is ${head}, it should be ${before + blocks}`);
const end = await receipt(url, last);
if (end.status !== '0x1' || end.logs.length !== per)
    throw new Error(`the last block has ${end.logs.length} logs, it should have ${per}`);
const logs = blocks * per;
const hits = base !== null || every === 1 ? logs : every === 0 ? 0 : Math.ceil(logs / every);
console.log(JSON.stringify({
    token, first: before + 1, head, logs, hits, seconds: (Date.now() - started) / 1000,
}));
process.exit(0);
