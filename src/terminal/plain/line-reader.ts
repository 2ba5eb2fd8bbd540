/** Lines of a stream, one at a time. The stream flows only while a line is waited for: an editor may want the rest. */
export interface LineReader {
  /** The next line without its end; `undefined` at the end of the input. */
  next(): Promise<string | undefined>;
  close(): void;
}

export function readLines(stream: NodeJS.ReadableStream): LineReader {
  let buffer = "";
  let hasEnded = false;
  let wake: (() => void) | undefined;

  const onData = (chunk: string | Buffer) => {
    buffer += String(chunk);
    stream.pause();
    wake?.();
  };
  // A terminal that is gone ends the input too: every answer is on disk already.
  const onEnd = () => {
    hasEnded = true;
    wake?.();
  };

  stream.setEncoding("utf8");
  stream.pause();
  stream.on("data", onData);
  for (const event of endings) stream.on(event, onEnd);
  stream.pause();

  const takeLine = (): string | undefined => {
    const end = buffer.indexOf("\n");
    if (end === -1 && !(hasEnded && buffer !== "")) return undefined;
    const line = end === -1 ? buffer : buffer.slice(0, end);
    buffer = end === -1 ? "" : buffer.slice(end + 1);
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  };

  return {
    next: async () => {
      for (;;) {
        const line = takeLine();
        if (line !== undefined || hasEnded) return line;
        await new Promise<void>((resolve) => {
          wake = resolve;
          stream.resume();
        });
        wake = undefined;
      }
    },
    close: () => {
      stream.off("data", onData);
      for (const event of endings) stream.off(event, onEnd);
      stream.pause();
    },
  };
}

const endings = ["end", "close", "error"];
