// SPDX-License-Identifier: GPL-3.0-or-later
// node http2server.mjs PEM: an HTTPS server that speaks HTTP/2 and HTTP/1.1, by a certificate with
// its key. Answers each POST with the protocol that was agreed on, the version of the request, the
// number of connections so far and the body. Prints "port N" and runs until it is stopped.
import { createSecureServer } from 'node:http2';
import { readFileSync } from 'node:fs';

const pem = readFileSync(process.argv[2]);
const server = createSecureServer({ key: pem, cert: pem, allowHTTP1: true });
let connections = 0;
server.on('secureConnection', () => { connections += 1; });
server.on('request', (request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
        const agreed = request.stream?.session?.alpnProtocol ?? request.socket.alpnProtocol;
        response.end(`${agreed} ${request.httpVersion} ${connections} ${Buffer.concat(parts)}`);
    });
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
