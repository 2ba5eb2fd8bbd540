import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hexCrc32 } from "../../src/adapters/checksum.ts";

const ofZlib = (bytes: Uint8Array) => crc32(bytes).toString(16).padStart(8, "0");

test("few bytes and many have the check sum that zlib gives them", () => {
  for (const length of [0, 1, 32 * 1024, 32 * 1024 + 1]) {
    const bytes = new Uint8Array(length).map((_, index) => (index * 31) % 251);
    expect(hexCrc32(bytes)).toBe(ofZlib(bytes));
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => hexCrc32(bytes) === ofZlib(bytes)));
});
