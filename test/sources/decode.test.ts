import { describe, expect, it } from "vitest";
import { decodeDocument } from "../../src/sources/decode.ts";

const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !isBig);
  return bytes;
};

describe("bytes to text", () => {
  it("reads UTF-8 and drops its byte order mark", () => {
    expect(decodeDocument(new TextEncoder().encode("\ufeffÜber Ebbe"))).toEqual({ text: "Über Ebbe" });
    expect(decodeDocument(new Uint8Array())).toEqual({ text: "" });
  });

  it("reads UTF-16 only where a mark says so", () => {
    expect(decodeDocument(utf16("\ufeffÜber", false))).toEqual({ text: "Über" });
    expect(decodeDocument(utf16("\ufeffÜber", true))).toEqual({ text: "Über" });
    expect(decodeDocument(utf16("Uber", false))).toMatchObject({
      problem: { message: expect.stringContaining("UTF-16 without") },
    });
  });

  it.each([
    ["Latin-1", [0xdc, 0x62, 0x65, 0x72], "not valid UTF-8"],
    ["a NUL byte", [0x61, 0x00, 0x62], "NUL byte at position 1"],
    ["half a UTF-16 unit", [0xff, 0xfe, 0x61], "not valid UTF-16 (little-endian)"],
    ["NUL in UTF-16", [0xff, 0xfe, 0x00, 0x00], "NUL characters"],
  ])("names the problem with %s", (_, bytes, message) => {
    expect(decodeDocument(Uint8Array.from(bytes))).toMatchObject({
      problem: { message: expect.stringContaining(message), remedy: "Save it as UTF-8 in your editor, then try again." },
    });
  });
});
