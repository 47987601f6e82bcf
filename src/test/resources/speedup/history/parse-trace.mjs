// Reads a trace with Perfetto's own parser and prints what it found as JSON.
// Usage: node parse-trace.mjs FOLDER TRACE; FOLDER has trace_processor.wasm, engine_bundle.node.js and engine.mjs
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const [folder, trace] = process.argv.slice(2);
const { EngineBase } = await import(pathToFileURL(join(folder, "engine.mjs")).href);

// the parser was built for a web worker
const set = (name, value) =>
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
set("self", globalThis);
set("WorkerGlobalScope", function () {});
set("location", { href: pathToFileURL(folder).href + "/" });
set("wasmBytes", new Uint8Array(readFileSync(join(folder, "trace_processor.wasm"))));
let glue = readFileSync(join(folder, "engine_bundle.node.js"), "utf8");
for (const [from, to] of [
  ["this.useMemory64 = hasMemory64Support();", "this.useMemory64 = false;"],
  ["locateFile: (s) => s,", "locateFile: (s) => s, wasmBinary: globalThis.wasmBytes,"],
  [
    "const wasmBridge = new wasm_bridge_1.WasmBridge();",
    "const wasmBridge = new wasm_bridge_1.WasmBridge(); globalThis.bridge = wasmBridge;",
  ],
]) {
  if (!glue.includes(from)) throw new Error("another version of the parser: no " + from);
  glue = glue.replace(from, to);
}
runInThisContext(glue);

class Engine extends EngineBase {
  mode = "WASM";
  id = "parser";
  constructor(port) {
    super();
    this.port = port;
    port.onmessage = (m) => m.data instanceof Uint8Array && this.onRpcResponseBytes(m.data);
  }
  rpcSendRequestBytes(data) {
    this.port.postMessage(data);
  }
}
const channel = new MessageChannel();
console.warn = () => {}; // fields that are newer than the decoder
globalThis.bridge.initialize(channel.port1);
const engine = new Engine(channel.port2);
await engine.parse(new Uint8Array(readFileSync(trace)));
await engine.notifyEof();
const rows = async (sql, columns) => {
  const found = [];
  const result = await engine.query(sql);
  for (const it = result.iter(columns); it.valid(); it.next()) {
    found.push(Object.fromEntries(Object.keys(columns).map((column) => [column, it[column]])));
  }
  return found;
};
const NUM = 0;
const STR = "str"; // how the parser calls the types of columns
console.log(
  JSON.stringify({
    slices: await rows(
      "select name || ' ' || depth as name, count(*) as n from slice group by 1 order by 1",
      { name: STR, n: NUM },
    ),
    processes: await rows("select pid from process where pid > 1 order by 1", { pid: NUM }),
    counters: await rows("select max(value) as most from counter", { most: NUM }),
    errors: await rows(
      "select name, value from stats where severity != 'info' and value > 0",
      { name: STR, value: NUM },
    ),
    args: await rows("select count(*) as n from slice join args using (arg_set_id) where key = 'args.items'", { n: NUM }),
  }),
);
process.exit(0);
