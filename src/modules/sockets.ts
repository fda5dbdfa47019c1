// What the module _socket asks of the system; its parts in socket/*.py do the waiting and the addresses. Only who may use the system gets it.
import { CoreConst } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def } from "../vm/host-call.ts";
import { accessOf, callSystem } from "./access.ts";
import { pythonSource } from "./python-source.ts";

const PARTS = ["constants", "addresses", "ends", "waiting", "messages", "objects", "functions"];

type Sockets = ReturnType<Context["machine"]["platform"]["sockets"]>;

const call = <T>(ctx: Context, body: (sockets: Sockets) => T): T =>
  callSystem(ctx, "sockets", () => body(ctx.machine.platform.sockets()));
/** What the system has not found, for the part written in Python: number and text of the reason. */
const notFound = (ctx: Context, { code, text }: { readonly code: number; readonly text: string }): Value =>
  ctx.tuple([ctx.int(code), ctx.str(text)]);
const isNone = (v: Value): boolean => v === CoreConst.NONE_REF;
const textOrNull = (ctx: Context, v: Value): string | null => (isNone(v) ? null : ctx.heap.text(v as Ref));

/** The arguments are of the kinds named here: the parts written in Python see to it. */
const FUNCTIONS: Readonly<Record<string, Definition>> = {
  _is_given: def("()", (ctx: Context) => ctx.bool(accessOf(ctx).system)),
  _open: def("(family, type, protocol, /)", (ctx: Context, family: Value, type: Value, protocol: Value) => {
    const { heap } = ctx;
    return ctx.int(
      call(ctx, (sockets) => sockets.open(numberOf(heap, family), numberOf(heap, type), numberOf(heap, protocol))),
    );
  }),
  _bind: def("(fd, address, /)", (ctx: Context, fd: Value, address: Value) => {
    call(ctx, (sockets) => sockets.bind(numberOf(ctx.heap, fd), ctx.heap.bytesOf(address as Ref)));
    return ctx.none;
  }),
  _listen: def("(fd, backlog, /)", (ctx: Context, fd: Value, backlog: Value) => {
    call(ctx, (sockets) => sockets.listen(numberOf(ctx.heap, fd), numberOf(ctx.heap, backlog)));
    return ctx.none;
  }),
  /** Number of the error, 0 for none. */
  _connect: def("(fd, address, /)", (ctx: Context, fd: Value, address: Value) =>
    ctx.int(call(ctx, (sockets) => sockets.connect(numberOf(ctx.heap, fd), ctx.heap.bytesOf(address as Ref)))),
  ),
  /** None: nothing to accept yet, as for _receive and _send. */
  _accept: def("(fd, /)", (ctx: Context, fd: Value) => {
    const found = call(ctx, (sockets) => sockets.accept(numberOf(ctx.heap, fd)));
    return found === undefined ? ctx.none : ctx.tuple([ctx.int(found.fd), ctx.heap.newBytes(found.address)]);
  }),
  _receive: def("(fd, count, flags, /)", (ctx: Context, fd: Value, count: Value, flags: Value) => {
    const { heap } = ctx;
    const found = call(ctx, (sockets) =>
      sockets.receive(numberOf(heap, fd), numberOf(heap, count), numberOf(heap, flags)),
    );
    return found === undefined ? ctx.none : ctx.tuple([heap.newBytes(found.bytes), heap.newBytes(found.address)]);
  }),
  _send: def("(fd, data, flags, address, /)", (ctx: Context, fd: Value, data: Value, flags: Value, to: Value) => {
    const { heap } = ctx;
    const address = isNone(to) ? undefined : heap.bytesOf(to as Ref);
    const count = call(ctx, (sockets) =>
      sockets.send(numberOf(heap, fd), heap.bytesIn(data as Ref), numberOf(heap, flags), address),
    );
    return count === undefined ? ctx.none : ctx.int(count);
  }),
  /** (data, control bytes, flags, address) */
  _receive_message: def("(fd, count, control_count, flags, /)", (ctx: Context, ...args: Value[]) => {
    const { heap } = ctx;
    const [fd = 0, count = 0, controlCount = 0, flags = 0] = args.map((v) => numberOf(heap, v));
    const found = call(ctx, (sockets) => sockets.receiveMessage(fd, count, controlCount, flags));
    if (found === undefined) return ctx.none;
    const { bytes, control, address } = found;
    return ctx.tuple([heap.newBytes(bytes), heap.newBytes(control), ctx.int(found.flags), heap.newBytes(address)]);
  }),
  _send_message: def("(fd, data, control, flags, address, /)", (ctx: Context, ...args: Value[]) => {
    const { heap } = ctx;
    const [fd, data, control, flags, to] = args as [Value, Ref, Ref, Value, Value];
    const message = {
      bytes: heap.bytesIn(data),
      control: heap.bytesOf(control),
      flags: numberOf(heap, flags),
      address: isNone(to) ? new Uint8Array() : heap.bytesOf(to as Ref),
    };
    const count = call(ctx, (sockets) => sockets.sendMessage(numberOf(heap, fd), message));
    return count === undefined ? ctx.none : ctx.int(count);
  }),
  _shut_down: def("(fd, how, /)", (ctx: Context, fd: Value, how: Value) => {
    call(ctx, (sockets) => sockets.shutDown(numberOf(ctx.heap, fd), numberOf(ctx.heap, how)));
    return ctx.none;
  }),
  _own_address: def("(fd, /)", (ctx: Context, fd: Value) =>
    ctx.heap.newBytes(call(ctx, (sockets) => sockets.ownAddress(numberOf(ctx.heap, fd)))),
  ),
  _peer_address: def("(fd, /)", (ctx: Context, fd: Value) =>
    ctx.heap.newBytes(call(ctx, (sockets) => sockets.peerAddress(numberOf(ctx.heap, fd)))),
  ),
  _option: def("(fd, level, name, count, /)", (ctx: Context, fd: Value, level: Value, name: Value, count: Value) => {
    const [f, l, n, c] = [fd, level, name, count].map((v) => numberOf(ctx.heap, v)) as [number, number, number, number];
    return ctx.heap.newBytes(call(ctx, (sockets) => sockets.option(f, l, n, c)));
  }),
  _set_option: def("(fd, level, name, value, /)", (ctx: Context, fd: Value, level: Value, name: Value, v: Value) => {
    const [f, l, n] = [fd, level, name].map((number) => numberOf(ctx.heap, number)) as [number, number, number];
    call(ctx, (sockets) => sockets.setOption(f, l, n, ctx.heap.bytesOf(v as Ref)));
    return ctx.none;
  }),
  /** A list of (family, type, protocol, canonical name, address), or what notFound gives. */
  _addresses: def(
    "(host, service, family, type, protocol, flags, /)",
    (ctx: Context, host: Value, service: Value, ...numbers: Value[]) => {
      const [family = 0, type = 0, protocol = 0, flags = 0] = numbers.map((n) => numberOf(ctx.heap, n));
      const found = call(ctx, (sockets) =>
        sockets.addressesOf(textOrNull(ctx, host), textOrNull(ctx, service), { family, type, protocol, flags }),
      );
      if ("code" in found) return notFound(ctx, found);
      const rows = found.map((row) => {
        const kinds = [row.family, row.type, row.protocol].map((n) => ctx.int(n));
        return ctx.tuple([...kinds, ctx.str(row.canonicalName), ctx.heap.newBytes(row.address)]);
      });
      return ctx.list(rows);
    },
  ),
  /** [host, service], or what notFound gives. */
  _names: def("(address, flags, /)", (ctx: Context, address: Value, flags: Value) => {
    const found = call(ctx, (sockets) => sockets.namesOf(ctx.heap.bytesOf(address as Ref), numberOf(ctx.heap, flags)));
    return "code" in found ? notFound(ctx, found) : ctx.list([ctx.str(found.host), ctx.str(found.service)]);
  }),
};

export const socketModule = defineModule("_socket", {
  functions: FUNCTIONS,
  get pythonSource() {
    return PARTS.map((part) => pythonSource(`socket/${part}.py`)).join("\n");
  },
});
