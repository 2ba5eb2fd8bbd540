/** The text of a document's bytes, or what its learner must do first. The file's name is added by the caller. */
export type Decoded = { readonly text: string } | { readonly problem: { readonly message: string; readonly remedy: string } };

/**
 * UTF-8 with or without byte order mark; UTF-16 where a mark says so. Nothing is guessed and nothing is replaced:
 * a wrong guess would put damaged sentences on cards.
 */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return decodeAs(utf16, bytes);
  const zero = bytes.indexOf(0);
  if (zero === -1) return decodeAs("utf-8", bytes);
  return refuse(`It holds a NUL byte at position ${zero}: it is a binary file, or UTF-16 without a byte order mark.`);
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

const names = { "utf-8": "UTF-8", "utf-16le": "UTF-16 (little-endian)", "utf-16be": "UTF-16 (big-endian)" } as const;

function decodeAs(encoding: keyof typeof names, bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? refuse(`It holds NUL characters: it is no text in ${names[encoding]}.`) : { text };
  } catch (error) {
    // The decoder throws a TypeError for invalid bytes, a RangeError or an Error of V8 for what no string can hold.
    if (error instanceof TypeError) return refuse(`Its bytes are not valid ${names[encoding]}.`);
    return { problem: { message: "It is too large to read.", remedy: "Split it into smaller files." } };
  }
}

function refuse(message: string): Decoded {
  return { problem: { message, remedy: "Save it as UTF-8 in your editor, then try again." } };
}
