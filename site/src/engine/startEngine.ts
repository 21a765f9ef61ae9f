import { EngineClient, type EnginePort } from './EngineClient';

/** The worker is sealed twice: an opaque origin, and a policy that lets nothing out. It inherits both from this frame. */
const sandbox = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:; worker-src blob:">
<script>
addEventListener('message', ({ data, ports: [port] }) => {
  const worker = new Worker(URL.createObjectURL(new Blob([data.worker], { type: 'text/javascript' })));
  worker.onerror = ({ message, lineno }) => port.postMessage({ type: 'stopped', reason: message + ':' + lineno });
  worker.postMessage({ wasm: data.wasm, port }, [port, data.wasm]);
}, { once: true });
</script>`;

/**
 * Starts an engine of its own for a page.
 *
 * @param folder where `worker.js` (self-contained), `quickjs.wasm` and `engines.js` (for later) are served, with a slash at the end
 * @throws if they cannot be fetched
 */
export async function startEngine(folder: string): Promise<EngineClient> {
  const [worker, wasm] = await Promise.all([
    fetched(`${folder}worker.js`).then((response) => response.text()),
    fetched(`${folder}quickjs.wasm`).then((response) => response.arrayBuffer()),
  ]);
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'engine';
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('allow', 'cross-origin-isolated');
  frame.srcdoc = sandbox;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;

  const { port1, port2 } = new MessageChannel();
  frame.contentWindow?.postMessage({ worker, wasm }, '*', [port2, wasm]);
  port1.start();
  const near: EnginePort = {
    postMessage: (request) => port1.postMessage(request),
    addEventListener: (type, listener) => port1.addEventListener(type, listener),
  };
  let engines: Promise<string> | undefined;
  const fetchEngines = async (): Promise<string> => {
    engines ??= fetched(`${folder}engines.js`).then((response) => response.text());
    engines.catch(() => (engines = undefined));
    return engines;
  };
  const client = new EngineClient(near, () => frame.remove(), fetchEngines);
  port1.addEventListener('message', ({ data }: MessageEvent<{ type: string; reason: string }>) => {
    if (data.type === 'stopped') client.stop(data.reason);
  });
  return client;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
