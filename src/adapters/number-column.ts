/** Numbers as a snapshot holds them. Parsed as a JSON array they would take ten times as long. */
export type PackedNumbers =
  /** Bytes in this machine's order, base64. */
  | { readonly as: keyof typeof kinds; readonly bytes: string }
  /** Of a column that is nearly all 0: where it is not, and what stands there. */
  | { readonly length: number; readonly places: readonly number[]; readonly values: readonly number[] };

export type NumberColumn = Uint8Array | Uint16Array | Int32Array | Float64Array;

const kinds = { Uint8: Uint8Array, Uint16: Uint16Array, Int32: Int32Array, Float64: Float64Array } as const;

/** In as few bytes as hold every number exactly. */
export function packed(numbers: ArrayLike<number>): PackedNumbers {
  const { length } = numbers;
  let [least, most, filled, isWhole] = [0, 0, 0, true];
  for (let place = 0; place < length; place += 1) {
    const number = numbers[place] as number;
    if (number !== 0) filled += 1;
    if (number < least) least = number;
    else if (number > most) most = number;
    isWhole &&= number === Math.floor(number);
  }
  if (filled * sparse <= length) return placesOf(numbers);
  const as = isWhole ? kindFor(least, most) : "Float64";
  const { buffer } = kinds[as].from(numbers);
  return { as, bytes: Buffer.from(buffer).toString("base64") };
}

/** Of a line `["name",{"as":…,"bytes":…}]`. */
export function packedIn(line: Buffer): PackedNumbers | { readonly as: keyof typeof kinds; readonly base64: Buffer } {
  const found = /^\["\w+",\{"as":"(\w+)","bytes":"/.exec(line.toString("latin1", 0, 80));
  if (!found) return JSON.parse(line.toString())[1];
  return { as: found[1] as keyof typeof kinds, base64: line.subarray(found[0].length, line.length - '"}]'.length) };
}

export function unpacked(column: ReturnType<typeof packedIn>): NumberColumn {
  if ("places" in column) return filledAt(column);
  const { buffer, byteLength } = decoded("base64" in column ? column.base64 : Buffer.from(column.bytes));
  const kind = kinds[column.as];
  return new kind(buffer, 0, byteLength / kind.BYTES_PER_ELEMENT);
}

/** Piece by piece: long strings are expensive to clean up. */
function decoded(base64: Buffer): Buffer<ArrayBuffer> {
  const padding = base64.length - (base64.indexOf("=") === -1 ? base64.length : base64.indexOf("="));
  const bytes = Buffer.allocUnsafeSlow((base64.length / 4) * 3 - padding);
  for (let from = 0; from < base64.length; from += piece) {
    bytes.write(base64.toString("latin1", from, Math.min(from + piece, base64.length)), (from / 4) * 3, "base64");
  }
  return bytes;
}

/** Characters; four of them are three bytes. */
const piece = 16 * 1024;

/** One number in so many, and the places take less room than the zeros. */
const sparse = 32;

function kindFor(least: number, most: number): keyof typeof kinds {
  if (least >= 0 && most < 2 ** 8) return "Uint8";
  if (least >= 0 && most < 2 ** 16) return "Uint16";
  return least >= -(2 ** 31) && most < 2 ** 31 ? "Int32" : "Float64";
}

function placesOf(numbers: ArrayLike<number>): PackedNumbers {
  const places: number[] = [];
  for (let place = 0; place < numbers.length; place += 1) if (numbers[place] !== 0) places.push(place);
  return { length: numbers.length, places, values: places.map((place) => numbers[place] as number) };
}

function filledAt({ length, places, values }: Extract<PackedNumbers, { places: unknown }>): NumberColumn {
  const kind = values.every((value) => value === Math.floor(value))
    ? kinds[kindFor(Math.min(0, ...values), Math.max(0, ...values))]
    : Float64Array;
  const column = new kind(length);
  places.forEach((place, index) => {
    column[place] = values[index] as number;
  });
  return column;
}
