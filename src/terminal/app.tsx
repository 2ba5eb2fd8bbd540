import { Box, Text, useApp, useCursor, useInput, usePaste, useWindowSize } from "ink";
import { memo, useEffect, useLayoutEffect, useSyncExternalStore } from "react";
import { keysOf } from "./key-names.ts";
import type { Size } from "./layout.ts";
import { type Line, lineWidth, type Span } from "./line.ts";
import type { Model } from "./model.ts";
import type { AppPorts } from "./options.ts";
import { drawing } from "./screens/screen-of.ts";
import type { Theme } from "./theme.ts";

interface AppProps {
  readonly model: Model;
  readonly ports: Pick<AppPorts, "now" | "onContinued">;
  readonly theme: Theme;
}

/** Draws the model's state and feeds it keys. The frame is always as high as the window, never higher. */
export function App({ model, ports, theme }: AppProps) {
  const size = useWindowSize();
  const state = useSyncExternalStore(model.subscribe, model.state);
  useLayoutEffect(() => model.resize(size), [model, size]);
  useHost(model);
  useKeys(model);
  useContinue(model, ports);
  useWait(model, ports);
  const lines = drawing(state, size);
  useFieldCursor(lines);
  return <Frame lines={lines} size={size} theme={theme} />;
}

function Frame({ lines, size, theme }: { readonly lines: readonly Line[]; readonly size: Size; readonly theme: Theme }) {
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      {lines.map((spans, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place
        <Row key={row} spans={spans} theme={theme} />
      ))}
    </Box>
  );
}

/** Rows of a card keep their identity from frame to frame, so only what changed is drawn again. */
const Row = memo(function Row({ spans, theme }: { readonly spans: Line; readonly theme: Theme }) {
  if (spans.every(({ text }) => text === "")) return <Text> </Text>;
  return <Text wrap="truncate">{spans.map((part, place) => drawn(part, place, theme))}</Text>;
});

function drawn({ text, style }: Span, place: number, theme: Theme) {
  if (style === "plain") return text;
  return (
    <Text key={place} {...theme[style]}>
      {text}
    </Text>
  );
}

function useHost(model: Model): void {
  const { exit, suspendTerminal, waitUntilRenderFlush } = useApp();
  useLayoutEffect(
    () =>
      model.attach({
        exit: () => exit(),
        suspend: (work) => suspendTerminal(work),
        drawn: async () => {
          // What was typed meanwhile is read first: after long work the loop learns of it only in its next turn.
          await new Promise(setImmediate);
          await new Promise(setImmediate);
          await waitUntilRenderFlush();
        },
      }),
    [model, exit, suspendTerminal, waitUntilRenderFlush],
  );
}

/** The only place that listens to the keyboard. A paste is no answer, except in a text field. */
function useKeys(model: Model): void {
  useInput((input, key) => model.press(keysOf(input, key)));
  usePaste((text) => model.paste(text));
}

/** The terminal's own cursor stands in the text field, where input methods open their windows. */
function useFieldCursor(lines: readonly Line[]): void {
  const { setCursorPosition } = useCursor();
  const row = lines.findIndex((spans) => spans.some(({ style }) => style === "cursor"));
  const before = lines[row]?.slice(
    0,
    lines[row]?.findIndex(({ style }) => style === "cursor"),
  );
  setCursorPosition(before && { x: lineWidth(before), y: row });
}

/** Stopped from outside and continued, the terminal is cooked and the screen stale: take it back and draw again. */
function useContinue(model: Model, { onContinued }: Pick<AppPorts, "onContinued">): void {
  const { suspendTerminal } = useApp();
  useEffect(
    () =>
      onContinued(() => {
        if (!model.isAway()) void suspendTerminal(() => {});
      }),
    [model, onContinued, suspendTerminal],
  );
}

/** While the learner waits for a card, looks again when it is due; at least once a minute, as laptops sleep. */
function useWait(model: Model, { now }: Pick<AppPorts, "now">): void {
  const { view, now: drawnAt } = useSyncExternalStore(model.subscribe, model.state);
  const until = view.screen === "review" ? view.waitsUntil : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every look sets a new time, which sets the next timer
  useEffect(() => {
    if (until === undefined) return;
    const waitMs = Date.parse(until) - Date.parse(now());
    const timer = setTimeout(() => model.lookAgain(), Math.min(Math.max(waitMs, 1000), 60_000));
    return () => clearTimeout(timer);
  }, [model, until, drawnAt]);
}
