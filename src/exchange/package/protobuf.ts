/** A field of a protobuf message: a whole number, a float, or bytes (also of text, messages and packed numbers). */
export type ProtobufValue = number | Uint8Array;

/** Fields by number, in order. Groups and broken messages end the reading: what came before counts. */
export function readProtobuf(bytes: Uint8Array): ReadonlyMap<number, readonly ProtobufValue[]> {
  const fields = new Map<number, ProtobufValue[]>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const varint = (): number => {
    let [value, scale] = [0, 1];
    for (let count = 0; count < 10 && at < bytes.length; count += 1) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) return value;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const key = varint();
    const wire = key % 8;
    const value = wire === 0 ? varint() : fixed(wire);
    if (value === undefined || Number.isNaN(key) || (wire === 0 && Number.isNaN(value))) break;
    const number = Math.floor(key / 8);
    const known = fields.get(number);
    if (known) known.push(value);
    else fields.set(number, [value]);
  }
  return fields;

  function fixed(wire: number): ProtobufValue | undefined {
    const length = wire === 2 ? varint() : wire === 5 ? 4 : wire === 1 ? 8 : Number.NaN;
    if (Number.isNaN(length) || at + length > bytes.length) return undefined;
    const from = at;
    at += length;
    if (wire === 5) return view.getFloat32(from, true);
    return wire === 1 ? view.getFloat64(from, true) : bytes.subarray(from, at);
  }
}

export function numberIn(fields: ReturnType<typeof readProtobuf>, field: number): number {
  const value = fields.get(field)?.at(-1);
  return typeof value === "number" ? value : 0;
}

export function textIn(fields: ReturnType<typeof readProtobuf>, field: number): string {
  return new TextDecoder().decode(bytesIn(fields, field));
}

export function bytesIn(fields: ReturnType<typeof readProtobuf>, field: number): Uint8Array {
  const value = fields.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** Packed numbers of 4 bytes, which hold seven digits. */
export function floatsIn(fields: ReturnType<typeof readProtobuf>, field: number): number[] {
  const bytes = bytesIn(fields, field);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    Number(view.getFloat32(index * 4, true).toPrecision(7)),
  );
}
