// Preloaded into the runtime client, which has this part of it in C++: the answers it posts, over plain HTTP.
const { request } = require('node:http');
const Module = require('node:module');

// Node's own name for what `require` calls.
// oxlint-disable-next-line no-underscore-dangle
const load = Module._load;
// oxlint-disable-next-line no-underscore-dangle
Module._load = (name, ...rest) => (name === './rapid-client.node' ? client : load(name, ...rest));

const client = {
  done: (id, body) => post(`${id}/response`, body),
  error: (id, body) => post(`${id}/error`, body),
};

function post(path, body) {
  const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
  const options = { host, port, method: 'POST', path: `/2018-06-01/runtime/invocation/${path}` };
  request(options, (response) => response.resume()).end(body);
}
