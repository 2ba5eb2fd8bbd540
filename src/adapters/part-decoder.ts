import { type DecodedLine, decodeLine, type Writer, writerNamedBy, writerOf } from "./log-line.ts";

/**
 * Decodes each line with the writer that the last header named, then with the one in the file's name, so that parts may
 * be renamed or put one after the other, and a damaged header costs nothing: the check sum decides.
 */
export class PartDecoder {
  readonly #fromName: Writer | undefined;
  #writer: Writer | undefined;

  /** `writer`: whose lines follow where a reading goes on; "" when no line before said so. */
  constructor(fromName: Writer | undefined, writer?: string) {
    this.#fromName = fromName;
    this.#writer = writer === undefined ? fromName : writer === "" ? undefined : writerOf(writer);
  }

  /** Whose lines follow; "" when no line said so. */
  get writer(): string {
    return this.#writer?.id ?? "";
  }

  decode(line: Buffer): DecodedLine {
    const decoded = this.#writer ? decodeLine(line, this.#writer) : writerUnknown;
    if (decoded.kind !== "bad" || decoded.signed) return decoded;
    const named = writerNamedBy(line);
    const byHeader = named ? decodeLine(line, named) : decoded;
    if (named && byHeader.kind === "header") {
      this.#writer = named;
      return byHeader;
    }
    if (!this.#fromName || this.#fromName === this.#writer) return decoded;
    const byName = decodeLine(line, this.#fromName);
    return byName.kind === "bad" ? decoded : byName;
  }
}

/** Before the first header of a file whose name tells no writer. */
const writerUnknown: DecodedLine = { kind: "bad", signed: false, reason: "no line before it says who wrote it" };
