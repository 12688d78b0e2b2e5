// SPDX-License-Identifier: GPL-3.0-or-later
// The words in which public providers refuse: every adaptive reader has to understand these texts,
// so the proxy says them as they are said.
import { hex } from './lab.mjs';

export const cloudPage = '<!DOCTYPE html><title>Just a moment...</title>';

const sizeExceeded = (cap, from, to) => 'Log response size exceeded. You can make eth_getLogs requests '
    + `with up to a ${cap} block range and no limit on the response size, or you can request any block `
    + 'range with a cap of 10K logs in the response. Based on your parameters and the response size '
    + `limit, this block range should work: [${hex(from)}, ${hex(to)}]`;

const rangeErrors = {
    alchemy: (from, most) => ({ code: -32602, message: sizeExceeded(most, from, from + most - 1) }),
    infura: (from, most) => ({
        code: -32005,
        message: 'query returned more than 10000 results. Try with this block range '
            + `[${hex(from)}, ${hex(from + most - 1)}].`,
        data: { from: hex(from), limit: 10000, to: hex(from + most - 1) },
    }),
    quicknode: (from, most) => ({
        code: -32614, message: `eth_getLogs is limited to a ${most.toLocaleString('en-US')} range`,
    }),
    ankr: () => ({ code: -32600, message: 'block range is too wide' }),
    publicnode: (from, most) => ({ code: -32701, message: `exceed maximum block range: ${most}` }),
    geth: (from, most) => ({ code: -32602, message: `query exceeds max block range ${most}` }),
    cloudflare: (from, most) => ({
        code: -32047,
        message: `Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: ${most}`,
    }),
    tron: (from, most) => ({ code: -32602, message: `exceed max block range: ${most}` }),
};

const resultErrors = {
    alchemy: (from, to) => ({
        code: -32602, message: sizeExceeded('2K', from, from + Math.max(0, (to - from) >> 1)),
    }),
    geth: (from, to, most) => ({
        code: -32602,
        message: `query exceeds max results ${most}, retry with the range `
            + `${from}-${from + Math.max(0, (to - from) >> 1)}`,
    }),
    quicknode: (from, to, most) => ({ code: -32602, message: `query exceeds max results ${most}` }),
};

export function rangeError(style, from, most) {
    return rangeErrors[style]?.(from, most) ?? { code: -32000, message: 'range too large' };
}

export function resultError(style, from, to, most) {
    return resultErrors[style]?.(from, to, most)
        ?? { code: -32005, message: `query returned more than ${most} results` };
}

/** Too many calls, in one of the four manners that are met in the wild. */
export function limitAnswer({ limitAs, rps, retryAfter }, id, current) {
    const said = error => ({ jsonrpc: '2.0', id, error });
    switch (limitAs) {
    case '200-error':
        return {
            status: 200,
            value: said({
                code: -32005,
                message: 'daily request count exceeded, request rate limited',
                data: { rate: { allowed_rps: rps, current_rps: current, backoff_seconds: retryAfter } },
            }),
        };
    case '403-penalty':
        return {
            status: 403,
            value: {
                Success: false,
                Error: `The key exceeds the frequency limit(${rps}), and the query server is suspended `
                    + `for ${retryAfter}s`,
                StatusCode: 403,
            },
        };
    case '429-nobody':
        return { status: 429, value: '' };
    default:
        return {
            status: 429,
            value: said({
                code: 429,
                message: 'Your app has exceeded its compute units per second capacity. If you have '
                    + 'retries enabled, you can safely ignore this message.',
            }),
            headers: { 'retry-after': String(retryAfter) },
        };
    }
}
