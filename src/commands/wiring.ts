import { dirname, resolve } from "node:path";
import { openBackups } from "../adapters/backups.ts";
import { openDeckFolder } from "../adapters/deck-folder.ts";
import { nodeDisk } from "../adapters/disk.ts";
import { realPathOf } from "../adapters/disk-steps.ts";
import { findHome, homePaths, initHome, platformFolders } from "../adapters/home.ts";
import { faultsOf } from "../adapters/home-faults.ts";
import { whileLocked } from "../adapters/home-lock.ts";
import { createIds } from "../adapters/ids.ts";
import { openMedia } from "../adapters/media-folder.ts";
import type { TellProgress } from "../adapters/read-log.ts";
import { openReviewLog, type ReviewLog } from "../adapters/review-log.ts";
import { openSettings } from "../adapters/settings-store.ts";
import { openSnapshot } from "../adapters/snapshot.ts";
import { readSourceFile } from "../adapters/source-file.ts";
import { History } from "../app/history.ts";
import { HomeOutlines } from "../app/home-outline.ts";
import type { Settings, Stores } from "../app/ports.ts";
import { todayFor } from "../app/study-day-plan.ts";
import type { Problem } from "../notes/problem.ts";
import { type Instant, offsetMinutesOf } from "../scheduling/study-day.ts";
import { complain, finish, printProblems, type RectoContext } from "./context.ts";

/**
 * The stores of the home that is meant. Undefined when there is none to use: then the learner has been told and the exit code
 * is set. `warn`: told while the command runs; by default the learner is told at once.
 */
export function openStores(
  context: RectoContext,
  { warn = (problem) => printProblems(context, [problem]) }: StoreOptions = {},
): Stores | undefined {
  const platform = platformFolders();
  const found = findHome(nodeDisk, {
    currentFolder: context.currentFolder,
    dataFolder: platform.data,
    ...(context.homeArgument !== undefined && { named: context.homeArgument }),
    ...(context.homeVariable !== undefined && { fromEnvironment: context.homeVariable }),
    ...(context.userId !== undefined && { user: context.userId }),
  });
  if ("refused" in found) {
    printProblems(context, [found.refused]);
    finish(context, 2);
    return undefined;
  }
  printProblems(context, found.warnings);
  if (found.how === "default") complain(context, `Using your home in ${found.root}.`);
  const paths = homePaths(realPathOf(nodeDisk, found.root), platform);
  const stored = openSettings(nodeDisk, paths.settings);
  const { settings, problems } = stored;
  const ids = createIds(context.now(), context.seed);
  const snapshot = openSnapshot(nodeDisk, paths);
  let opened: ReviewLog | undefined;
  const log = () => {
    opened ??= openReviewLog({
      disk: nodeDisk,
      folder: paths.reviews,
      writer: () => ids.writer,
      app: context.version,
      timeZone: () => settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      stamp: (newestStudyDay) => stampOf(newestStudyDay, context.now(), settings),
      pasts: snapshot.pasts,
      warn,
      progress: progressOf(context, "Reading all answers of the log"),
    });
    return opened;
  };
  let history: History | undefined;
  const decks = openDeckFolder(nodeDisk, paths, context.now);
  const outlines = new HomeOutlines(decks, snapshot.outlines);
  return {
    homeFolder: paths.root,
    cacheFolder: dirname(paths.snapshot),
    makeHome: () => {
      if (!found.exists) initHome(nodeDisk, paths.root);
    },
    decks,
    media: openMedia(nodeDisk, paths),
    outlines,
    get settings() {
      return stored.settings;
    },
    settingsProblems: problems,
    unknownSettings: () => stored.unknown(),
    changeSettings: (changes) => stored.change(changes),
    readSource: (path) => readSourceFile(nodeDisk, resolve(paths.root, path)),
    log,
    history: () => {
      history ??= new History(log(), progressOf(context, "Working out all schedules"));
      return history;
    },
    stageEvents: () => log().stage(),
    alone: (act) => whileLocked(nodeDisk, paths.lock, act),
    backups: openBackups(nodeDisk, paths, context.now),
    faults: () => faultsOf(nodeDisk, paths, { now: context.now(), isRunning: context.isRunning }),
    leave: () => {
      outlines.leave();
      history?.leave();
      snapshot.leave();
    },
    now: context.now,
    mintNoteId: ids.noteId,
  };
}

interface StoreOptions {
  readonly warn?: (problem: Problem) => void;
}

function stampOf(newestStudyDay: History["newestStudyDay"], now: Instant, settings: Settings) {
  return { now, offsetMinutes: offsetMinutesOf(now, settings.timeZone), studyDay: todayFor({ newestStudyDay }, settings, now) };
}

const moment = 300;
const second = 1000;

/** Says how far the reading of a long log, or what follows from it, has come: after a moment, then every second. */
function progressOf(context: RectoContext, what: string): TellProgress {
  let nextAt = Date.parse(context.now()) + moment;
  return (share) => {
    const now = Date.parse(context.now());
    if (now < nextAt || share === 1) return;
    nextAt = now + second;
    complain(context, `${what}: ${Math.round(share * 100)} %`);
  };
}
