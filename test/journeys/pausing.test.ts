import { expect, test } from "vitest";
import { noOldNode, oldNode } from "../support/old-node.ts";
import { answerCard, isAnswered, isAsking, practiceHome, questionOn } from "../support/practice-home.ts";
import { childOf, eventually, familyOf, stateOf } from "../support/processes.ts";

/** A shell with job control, as a learner sits in front of. */
const interactive = "export PS1='ready> '; exec bash --norc --noprofile -i";

async function pauseAndResume(node?: string): Promise<void> {
  const home = practiceHome();
  await using terminal = home.shell(interactive, { ...(node !== undefined && { node }) });
  await terminal.until(/ready>/);
  terminal.send("$RECTO review\r");
  await answerCard(terminal, "4");
  const question = questionOn(terminal.screen());

  terminal.send("\x1a");
  await terminal.until(/Stopped.*\n.*ready> *$/m);
  expect(terminal.screen()).not.toContain("What is fact");
  terminal.send("stty -a\r");
  await terminal.until(/(?<!-)icanon/);
  expect(terminal.screen()).toMatch(/(?<![-\w])echo\b/);

  terminal.send("clear; fg\r");
  await terminal.until((screen) => isAsking(screen) && questionOn(screen) === question);
  await answerCard(terminal, "3");
  terminal.send("q");
  await terminal.until(/Done: Practice/);
  terminal.send("q");
  await terminal.until(/2 cards in.*\n(?:.*\n)*?ready> *$/m);
  terminal.send("echo CODE=$?\r");
  await terminal.until(/CODE=0/);
  expect(home.reviews()).toHaveLength(2);
  terminal.send("exit\r");
  await terminal.exit();
}

test("ctrl+z gives the terminal to the shell, and fg brings the same card back", () => pauseAndResume());

test("ctrl+z and fg work through a launcher that an old Node runs", (context) =>
  oldNode === undefined ? context.skip(noOldNode) : pauseAndResume(oldNode));

test("stopped from outside and brought back with fg, the card is drawn again and takes keys", async () => {
  const home = practiceHome();
  await using terminal = home.shell(interactive);
  await terminal.until(/ready>/);
  terminal.send("$RECTO review\r");
  await answerCard(terminal, "4");
  terminal.send(" ");
  const question = questionOn(await terminal.until(isAnswered));
  process.kill(childOf(terminal.process.pid), "SIGSTOP");
  await terminal.until(/Stopped/);
  terminal.send("clear\r");
  await terminal.until((screen) => !/What is fact/.test(screen));
  terminal.send("fg\r");
  await terminal.until((screen) => isAnswered(screen) && questionOn(screen) === question && !/ready>/.test(screen));
  terminal.send("2");
  await terminal.until((screen) => isAsking(screen) && questionOn(screen) !== question);
  expect(home.reviews().map(({ rating }) => rating)).toEqual(["easy", "hard"]);
});

test("SIGSTOP and SIGCONT without a shell leave a screen that is drawn and takes keys", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  await answerCard(terminal, "4");
  const { pid } = terminal.process;
  process.kill(pid, "SIGSTOP");
  await eventually("recto is stopped", () => stateOf(pid).startsWith("T"));
  const drawn = terminal.bytes.length;
  process.kill(pid, "SIGCONT");
  await terminal.until(() => terminal.bytes.slice(drawn).includes("What is fact"));
  await answerCard(terminal, "3");
  expect(home.reviews()).toHaveLength(2);
});

test("ctrl+z where no shell could bring recto back changes nothing", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  await answerCard(terminal, "4");
  terminal.send("\x1a");
  await terminal.until(/cannot pause/);
  expect(familyOf(terminal.process.pid).map((pid) => stateOf(pid)[0])).not.toContain("T");
  await answerCard(terminal, "3");
  expect(home.reviews()).toHaveLength(2);
});

test("SIGTSTP from outside stops recto, and fg brings it back", async () => {
  const home = practiceHome();
  await using terminal = home.shell(interactive);
  await terminal.until(/ready>/);
  terminal.send("$RECTO review\r");
  await answerCard(terminal, "4");
  process.kill(childOf(terminal.process.pid), "SIGTSTP");
  await terminal.until(/Stopped/);
  terminal.send("clear; fg\r");
  await terminal.until(isAsking);
  await answerCard(terminal, "3");
  expect(home.reviews()).toHaveLength(2);
});
