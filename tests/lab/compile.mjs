// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles contracts/*.sol into tests/data/tokens.json, which is checked in: the tests need no
// compiler. With --check it writes nothing and fails when the file is not what the sources give.
// Usage: TIEOUT_TEST_LAB=<folder with node_modules> node compile.mjs [--check]
import fs from 'node:fs';
import path from 'node:path';
import { load, here } from './lab.mjs';

const solc = load('solc');
const folder = path.join(here, 'contracts');
const target = path.join(here, '..', 'data', 'tokens.json');

const sources = {};
for (const file of fs.readdirSync(folder).sort())
    if (file.endsWith('.sol'))
        sources[file] = { content: fs.readFileSync(path.join(folder, file), 'utf8') };

const answer = JSON.parse(solc.compile(JSON.stringify({
    language: 'Solidity',
    sources,
    settings: {
        optimizer: { enabled: true, runs: 10000 },
        evmVersion: 'paris',
        metadata: { appendCBOR: false, bytecodeHash: 'none' },
        outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.methodIdentifiers'] } },
    },
})));
const errors = (answer.errors ?? []).filter(e => e.severity === 'error');
if (errors.length > 0) {
    console.error(errors.map(e => e.formattedMessage).join('\n'));
    process.exit(1);
}

const tokens = { $source: 'tests/lab/contracts, GPL-3.0-or-later', $compiler: `solc ${solc.version()}` };
for (const file of Object.keys(sources)) {
    for (const [name, contract] of Object.entries(answer.contracts[file])) {
        const maker = contract.abi.find(entry => entry.type === 'constructor');
        const selectors = {};
        for (const [signature, selector] of Object.entries(contract.evm.methodIdentifiers))
            selectors[signature] = `0x${selector}`;
        tokens[name] = {
            constructor: (maker?.inputs ?? []).map(input => input.type),
            selectors,
            bytecode: `0x${contract.evm.bytecode.object}`,
        };
    }
}

const text = `${JSON.stringify(tokens, null, 1)}\n`;
if (process.argv.includes('--check')) {
    if (fs.readFileSync(target, 'utf8') !== text) {
        console.error('tests/data/tokens.json is not what the contracts give: run compile.mjs');
        process.exit(1);
    }
    console.log('tests/data/tokens.json agrees with its sources');
} else {
    fs.writeFileSync(target, text);
    console.log(`wrote ${Object.keys(tokens).filter(n => !n.startsWith('$')).join(', ')}`);
}
