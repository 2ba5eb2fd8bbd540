import {
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Command,
  EnumValidationError,
  type RouteMap,
  text_en,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from "@stricli/core";
import type { ExportFormat } from "../exchange/exporters.ts";
import type { QuizMode } from "../study/quiz.ts";
import type { RectoContext } from "./context.ts";

const decks = {
  kind: "array",
  parameter: { brief: "Decks by path, title or folder; none: all", parse: String, placeholder: "deck" },
} as const;

const seminarName = {
  kind: "tuple",
  parameters: [{ brief: "Its title; the only one", parse: String, placeholder: "name", optional: true }],
} as const;

const json = { kind: "boolean", brief: "Print JSON", default: false, withNegated: false } as const;

type Route = Command<RectoContext> | RouteMap<RectoContext>;

const anyCard = {
  kind: "array",
  parameter: { brief: "Words of the card, or ids of cards or notes", parse: String, placeholder: "card" },
} as const;

/** One row a command. Their code is loaded when they run. */
const routes: Readonly<Record<string, () => Route>> = {
  home: () =>
    buildCommand<NoFlags, [], RectoContext>({
      loader: async () => (await import("./study.ts")).home,
      parameters: {},
      docs: { brief: "Show the decks and what is due today" },
    }),
  init: () =>
    buildCommand<JsonFlag, [string?], RectoContext>({
      loader: async () => (await import("./study.ts")).init,
      parameters: {
        flags: { json },
        positional: {
          kind: "tuple",
          parameters: [{ brief: "Folder to make a home in; the current one", parse: String, placeholder: "dir", optional: true }],
        },
      },
      docs: { brief: "Make a study home" },
    }),
  generate: () =>
    buildCommand<GenerateFlags, [string], RectoContext>({
      loader: async () => (await import("./generate.ts")).generate,
      parameters: {
        flags: {
          deck: { kind: "parsed", brief: "Deck to write", parse: String, optional: true, placeholder: "name" },
          yes: { kind: "boolean", brief: "Write without asking", default: false, withNegated: false },
          dryRun: { kind: "boolean", brief: "Only show what would be written", default: false, withNegated: false },
          strict: { kind: "boolean", brief: "Only notes that are nearly always kept", default: false, withNegated: false },
          perLine: { kind: "parsed", brief: "Most notes of one line", parse: positiveNumber, optional: true, placeholder: "n" },
          kinds: {
            kind: "parsed",
            brief: "Only these kinds of cards, as in number,date,why",
            parse: String,
            optional: true,
            placeholder: "kinds",
          },
          lang: {
            kind: "parsed",
            brief: "Language of the note, as in en or de",
            parse: String,
            optional: true,
            placeholder: "code",
          },
          explain: {
            kind: "boolean",
            brief: "Show what every line could give, and why it did not",
            default: false,
            withNegated: false,
          },
          passedOver: { kind: "boolean", brief: "Show the lines that gave no card, and why", default: false, withNegated: false },
          line: {
            kind: "parsed",
            brief: "Explain one line with every weight",
            parse: positiveNumber,
            optional: true,
            placeholder: "number",
          },
          rebuild: {
            kind: "boolean",
            brief: "Judge lines afresh that were read before; notes stay",
            default: false,
            withNegated: false,
          },
          sourceMoved: { kind: "boolean", brief: "The deck's own source has a new name", default: false, withNegated: false },
          json,
        },
        aliases: { y: "yes" },
        positional: {
          kind: "tuple",
          parameters: [{ brief: "A study note; - reads standard input", parse: String, placeholder: "file" }],
        },
      },
      docs: {
        brief: "Make notes and cards from a study note",
        fullDescription:
          "Shows what would be added and asks before writing; in a pipe it writes at once. --explain, --passed-over and --line only show, unless --yes is given. Running it again on the same file changes nothing; after an edit only the new lines are used, and the notes of a reworded line go on with their history.",
      },
    }),
  add: () =>
    buildCommand<AddFlags, string[], RectoContext>({
      loader: async () => (await import("./add.ts")).add,
      parameters: {
        flags: {
          deck: { kind: "parsed", brief: "Deck to add to; by default inbox", parse: String, optional: true, placeholder: "name" },
          both: { kind: "boolean", brief: "Ask questions the other way round too", default: false, withNegated: false },
          speaker: { kind: "parsed", brief: "It is a quote of theirs", parse: String, optional: true, placeholder: "name" },
          source: {
            kind: "parsed",
            brief: "Sentence to show with the answer",
            parse: String,
            optional: true,
            placeholder: "sentence",
          },
          at: { kind: "parsed", brief: "Page, place or link", parse: String, optional: true, placeholder: "place" },
          tag: {
            kind: "parsed",
            brief: "Tag; may be given again",
            parse: String,
            optional: true,
            variadic: true,
            placeholder: "tag",
          },
          lang: {
            kind: "parsed",
            brief: "Language of a sentence, as in en or de",
            parse: String,
            optional: true,
            placeholder: "code",
          },
          anyway: { kind: "boolean", brief: "Add also what is there already", default: false, withNegated: false },
          yes: { kind: "boolean", brief: "Do not ask: take what generate would take", default: false, withNegated: false },
          dryRun: { kind: "boolean", brief: "Only show what would be added", default: false, withNegated: false },
          json,
        },
        aliases: { y: "yes" },
        positional: {
          kind: "array",
          parameter: {
            brief: "A question and its answer, or one text; - reads standard input; none opens your editor",
            parse: String,
            placeholder: "text",
          },
        },
      },
      docs: {
        brief: "Add a card or a fact by hand",
        fullDescription: [
          "  recto add 'Who measured the forgetting curve?' 'Hermann Ebbinghaus'",
          "  recto add 'Kant was born in {{1724}} in {{Königsberg}}.'      hides what stands in {{ }}",
          "  recto add '“The true art of memory is the art of attention.” — Samuel Johnson'",
          "  recto add 'Kant published his first Critique in 1781.'        proposes what to ask about it",
          "  recto add                                                     opens your editor",
          "",
          "In single quotes a shell leaves every character alone but the quote itself. A text that starts with a dash goes behind --.",
        ].join("\n"),
      },
    }),
  review: () =>
    buildCommand<ReviewFlags, string[], RectoContext>({
      loader: async () => (await import("./study.ts")).review,
      parameters: {
        flags: { plain: { kind: "boolean", brief: "Line by line, without a screen", default: false, withNegated: false } },
        positional: decks,
      },
      docs: { brief: "Answer what is due" },
    }),
  triage: () =>
    buildCommand<TriageFlags, string[], RectoContext>({
      loader: async () => (await import("./study.ts")).triage,
      parameters: {
        flags: {
          plain: { kind: "boolean", brief: "Line by line, without a screen", default: false, withNegated: false },
          keepAll: { kind: "boolean", brief: "Keep every new note without asking", default: false, withNegated: false },
          json: { kind: "boolean", brief: "Only list what would be asked, as JSON", default: false, withNegated: false },
        },
        positional: decks,
      },
      docs: {
        brief: "Look through new notes: keep, edit or drop",
        fullDescription:
          "Shows the notes that generate made and nobody has judged or answered yet, the best first, each with its cards, the line it was made from and what the generator thinks of it. Kinds of card that you mostly drop come last.",
      },
    }),
  quiz: () =>
    buildCommand<QuizFlags, string[], RectoContext>({
      loader: async () => (await import("./seminars.ts")).quiz,
      parameters: {
        flags: {
          cards: { kind: "parsed", brief: "How many cards; 20", parse: positiveNumber, optional: true, placeholder: "n" },
          minutes: {
            kind: "parsed",
            brief: "Stop asking after so many minutes",
            parse: minutes,
            optional: true,
            placeholder: "n",
          },
          mode: {
            kind: "enum",
            brief: "How to ask every card that can be asked so",
            values: ["typed", "choice", "aloud"],
            optional: true,
          },
          plain: { kind: "boolean", brief: "Line by line, without a screen", default: false, withNegated: false },
        },
        positional: {
          kind: "array",
          parameter: {
            brief: "A seminar, or decks by path, title or folder; none: all decks",
            parse: String,
            placeholder: "name",
          },
        },
      },
      docs: {
        brief: "Quiz yourself; schedules stay as they are",
        fullDescription:
          "Asks cards whether they are due or not: short answers are typed, unseen ones chosen among four, long ones said aloud. Afterwards it shows the score by section and source and what was missed, with sentences and pages; m asks that again, c counts it as forgotten, so that it comes back today.",
      },
    }),
  seminar: () =>
    buildRouteMap({
      routes: {
        add: buildCommand<SeminarAddFlags, [string], RectoContext>({
          loader: async () => (await import("./seminars.ts")).add,
          parameters: {
            flags: {
              on: {
                kind: "parsed",
                brief: "Day, and time if you like, as in 2026-12-03T14:00",
                parse: seminarDate,
                placeholder: "day",
              },
              deck: {
                kind: "parsed",
                brief: "Deck that it needs; may be given again",
                parse: String,
                optional: true,
                variadic: true,
                placeholder: "name",
              },
              minutes: {
                kind: "parsed",
                brief: "Minutes a day that you have for it; 15",
                parse: minutes,
                optional: true,
                placeholder: "n",
              },
              importance: {
                kind: "parsed",
                brief: "What cards of a tag, a note or a card are worth, as in #core=3; may be given again",
                parse: worth,
                optional: true,
                variadic: true,
                placeholder: "name=worth",
              },
              json,
            },
            positional: {
              kind: "tuple",
              parameters: [
                {
                  brief: "What you call it; a title that is planned already is planned anew",
                  parse: String,
                  placeholder: "title",
                },
              ],
            },
          },
          docs: { brief: "Plan for a date" },
        }),
        list: buildCommand<JsonFlag, [], RectoContext>({
          loader: async () => (await import("./seminars.ts")).list,
          parameters: { flags: { json } },
          docs: { brief: "Show every seminar, and how many cards are expected to be known on its day" },
        }),
        study: buildCommand<SeminarStudyFlags, [string?], RectoContext>({
          loader: async () => (await import("./seminars.ts")).study,
          parameters: {
            flags: {
              plain: { kind: "boolean", brief: "Line by line, without a screen", default: false, withNegated: false },
              minutes: {
                kind: "parsed",
                brief: "Go on for so many minutes, whatever the plan says",
                parse: minutes,
                optional: true,
                placeholder: "n",
              },
              json: { kind: "boolean", brief: "Only show today's plan, as JSON", default: false, withNegated: false },
            },
            positional: seminarName,
          },
          docs: {
            brief: "Ask what today's minutes should go to",
            fullDescription:
              "Asks the cards whose study today adds most to what is known on the day, for the time that they take: unseen ones first while time is short, then those that would be recalled least. Answers count as in any review.",
          },
        }),
        report: buildCommand<JsonFlag, [string?], RectoContext>({
          loader: async () => (await import("./seminars.ts")).report,
          parameters: { flags: { json }, positional: seminarName },
          docs: { brief: "Compare what was predicted with what the quizzes showed" },
        }),
        brief: buildCommand<SeminarBriefFlags, [string?], RectoContext>({
          loader: async () => (await import("./seminars.ts")).brief,
          parameters: {
            flags: {
              out: {
                kind: "parsed",
                brief: "Name of the files, without ending; - prints the Markdown",
                parse: fileName,
                optional: true,
                placeholder: "file",
              },
              json,
            },
            positional: seminarName,
          },
          docs: {
            brief: "Write one page to take along, as Markdown and as HTML",
            fullDescription:
              "Quotes with speakers and pages, facts by heading, in each the weakest first; what does not fit a page is left out, the best known first. The files are written into the current folder.",
          },
        }),
        remove: buildCommand<JsonFlag, [string], RectoContext>({
          loader: async () => (await import("./seminars.ts")).remove,
          parameters: {
            flags: { json },
            positional: { kind: "tuple", parameters: [{ brief: "Its title", parse: String, placeholder: "name" }] },
          },
          docs: { brief: "Take a seminar back" },
        }),
      },
      docs: { brief: "Be ready for a date: plan, study, see what is expected to be known" },
    }),
  due: () =>
    buildCommand<DueFlags, string[], RectoContext>({
      loader: async () => (await import("./due.ts")).due,
      parameters: {
        flags: {
          json,
          short: { kind: "boolean", brief: "Just the number, for a prompt or status line", default: false, withNegated: false },
        },
        positional: decks,
      },
      docs: { brief: "Print what is due today" },
    }),
  export: () =>
    buildCommand<ExportFlags, string[], RectoContext>({
      loader: async () => (await import("./export.ts")).exportDecks,
      parameters: {
        flags: {
          to: {
            kind: "enum",
            brief: "The other program: anki takes text, anki-package is a file with history and media",
            values: ["anki", "anki-package"] satisfies ExportFlags["to"][],
          },
          out: {
            kind: "parsed",
            brief: "File to write, by default recto-anki.csv or recto-anki.apkg; in .txt with tabs; - is standard output",
            parse: fileName,
            optional: true,
            placeholder: "file",
          },
          updateTags: { kind: "boolean", brief: "Replace the notes' tags in Anki", default: false, withNegated: false },
          dryRun: { kind: "boolean", brief: "Only report what would be written", default: false, withNegated: false },
          json,
        },
        positional: decks,
      },
      docs: {
        brief: "Hand decks to Anki",
        fullDescription:
          "Writes a file for Anki's File > Import. Importing a later export again updates the notes. Text goes under note types that Anki has; it is for Anki, not for spreadsheets: a cell may start with = or +. A package brings note types of its own, every answer, the days on which cards are due and their memory: tick Import any learning progress. Keep to one of the two: Anki takes no note under two types.",
      },
    }),
  import: () =>
    buildCommand<ImportFlags, string[], RectoContext>({
      loader: async () => (await import("./import.ts")).importFiles,
      parameters: {
        flags: {
          deck: { kind: "parsed", brief: "Deck for all new notes", parse: String, optional: true, placeholder: "name" },
          update: {
            kind: "boolean",
            brief: "Of a package: take Anki's text of notes that differ",
            default: false,
            withNegated: false,
          },
          allowLarge: {
            kind: "boolean",
            brief: "Read a package that is larger than 64 MiB or holds more than 10,000 files",
            default: false,
            withNegated: false,
          },
          dryRun: { kind: "boolean", brief: "Only report what would be imported", default: false, withNegated: false },
          json,
        },
        positional: {
          kind: "array",
          parameter: { brief: "Files to import; - reads standard input", parse: String, placeholder: "file" },
          minimum: 1,
        },
      },
      docs: {
        brief: "Bring notes in from Anki, or from columns of text",
        fullDescription: [
          "Reads packages (.apkg) with their media and their history, what Anki's File > Export writes as Notes in Plain Text or Cards in Plain Text, and text in columns: a question, its answer, tags.",
          "",
          "  recto import collection.apkg            answers given in Anki count, each once",
          "  recto import notes.txt                  the decks keep their names",
          "  recto import --deck spanish words.csv   all new notes into one deck",
          "",
          "Importing a later text again updates the notes that changed and makes none twice. Importing a later package again brings the new answers, to recto's own cards too; notes that differ are named, and --update takes Anki's text. Turn on Include unique identifier when you export from Anki: notes are then known by it, else by their first field. Nothing is ever deleted.",
        ].join("\n"),
      },
    }),
  check: () =>
    buildCommand<CheckFlags, [], RectoContext>({
      loader: async () => (await import("./study.ts")).check,
      parameters: {
        flags: {
          fix: { kind: "boolean", brief: "Repair what can be repaired without loss", default: false, withNegated: false },
          moveClock: {
            kind: "parsed",
            brief: "Repair the clock of one run of recto by whole days",
            parse: clockMove,
            optional: true,
            placeholder: "run=days",
          },
          json,
        },
      },
      docs: { brief: "Report everything that is wrong with the home" },
    }),
  stats: () =>
    buildCommand<StatsFlags, string[], RectoContext>({
      loader: async () => (await import("./cards.ts")).stats,
      parameters: {
        flags: {
          forgetTriage: {
            kind: "boolean",
            brief: "Count the verdicts of triage from now on only",
            default: false,
            withNegated: false,
          },
          json,
        },
        positional: decks,
      },
      docs: {
        brief: "Show what has come of your studying",
        fullDescription:
          "Today and the days before, how much was remembered and how much was foretold, the cards as they stand, what is due ahead, ratings, hours, decks and sections; and how many notes of each kind you keep. The figures of docs/statistics.md.",
      },
    }),
  card: () =>
    buildRouteMap({
      routes: {
        list: cardList(),
        show: buildCommand<JsonFlag, string[], RectoContext>({
          loader: async () => (await import("./cards.ts")).card.show,
          parameters: { flags: { json }, positional: anyCard },
          docs: { brief: "Show one card with all that is known of it" },
        }),
        leeches: buildCommand<JsonFlag, string[], RectoContext>({
          loader: async () => (await import("./cards.ts")).card.leeches,
          parameters: { flags: { json }, positional: anyCard },
          docs: { brief: "Show cards that are forgotten again and again, with their sources, to reword them" },
        }),
        suspend: cardAct("suspend", "Do not ask it until it is resumed"),
        resume: cardAct("resume", "Ask a suspended or buried card again"),
        bury: cardAct("bury", "Do not ask it today"),
        flag: cardActWith("flag", "number", "1 to 7, or 0 for none", "Mark it for yourself"),
        due: cardActWith("due", "day", "As in 2026-12-04, today, tomorrow or +10", "Ask it on another day"),
        reset: cardAct("reset", "Make it a new card, with nothing remembered"),
      },
      docs: {
        brief: "Find, suspend, flag or move a card",
        fullDescription: [
          "A card is told by words that stand in it, or by its id:",
          "",
          "  recto card list --leech",
          "  recto card suspend forgetting curve",
          "  recto card due +10 7hq2mzk4rtw9.c1",
          "",
          "recto undo takes each of these back.",
        ].join("\n"),
      },
    }),
  limit: () =>
    buildCommand<LimitFlags, string[], RectoContext>({
      loader: async () => (await import("./cards.ts")).limit,
      parameters: {
        flags: {
          new: { kind: "parsed", brief: "New cards at most", parse: wholeNumber, optional: true, placeholder: "n" },
          reviews: { kind: "parsed", brief: "Reviews at most", parse: wholeNumber, optional: true, placeholder: "n" },
          usual: { kind: "boolean", brief: "The usual limits again", default: false, withNegated: false },
          json,
        },
        positional: { ...decks, parameter: { ...decks.parameter, brief: "Only of these decks" } },
      },
      docs: {
        brief: "Ask more or fewer cards, today only",
        fullDescription:
          "Without --new and --reviews it prints today's limits. Tomorrow the usual ones hold: newPerDay and reviewsPerDay of the settings, and those of decks.",
      },
    }),
  backlog: () =>
    buildCommand<BacklogFlags, string[], RectoContext>({
      loader: async () => (await import("./cards.ts")).backlog,
      parameters: {
        flags: {
          spread: {
            kind: "parsed",
            brief: "Spread what is overdue over so many days",
            parse: daysOfAYear,
            optional: true,
            placeholder: "days",
          },
          most: {
            kind: "parsed",
            brief: "Reviews at most on each of them",
            parse: positiveNumber,
            optional: true,
            placeholder: "n",
          },
          anew: {
            kind: "boolean",
            brief: "Work out all due days anew, as after another retention",
            default: false,
            withNegated: false,
          },
          yes: { kind: "boolean", brief: "Do not ask", default: false, withNegated: false },
          json,
        },
        aliases: { y: "yes" },
        positional: decks,
      },
      docs: {
        brief: "Say when what is overdue will be gone, or spread it",
        fullDescription:
          "--spread shows the counts of each day first and asks; in a pipe it only shows them, unless --yes is given. What is likeliest forgotten comes first. recto undo takes all of it back.",
      },
    }),
  backup: () =>
    buildCommand<BackupFlags, [], RectoContext>({
      loader: async () => (await import("./study.ts")).backup,
      parameters: {
        flags: {
          to: { kind: "parsed", brief: "Folder to put it in", parse: folderName, optional: true, placeholder: "dir" },
          json,
        },
      },
      docs: {
        brief: "Pack every answer into one file",
        fullDescription: "recto does so by itself once a day, at the end of a sitting, and thins older packs out.",
      },
    }),
  restore: () =>
    buildCommand<JsonFlag, [string?], RectoContext>({
      loader: async () => (await import("./study.ts")).restore,
      parameters: {
        flags: { json },
        positional: {
          kind: "tuple",
          parameters: [{ brief: "A backup; the newest one", parse: String, placeholder: "file", optional: true }],
        },
      },
      docs: {
        brief: "Bring back what is missing, from a backup",
        fullDescription: "Only adds: no answer given since the backup is lost, and restoring twice changes nothing.",
      },
    }),
  sync: () =>
    buildCommand<JsonFlag, [], RectoContext>({
      loader: async () => (await import("./study.ts")).sync,
      parameters: { flags: { json } },
      docs: {
        brief: "Commit, pull and push the home's git repository",
        fullDescription:
          "The only command that talks to another machine, and only through git. Answers of several machines never conflict.",
      },
    }),
  undo: () =>
    buildCommand<JsonFlag, [], RectoContext>({
      loader: async () => (await import("./study.ts")).undo,
      parameters: { flags: { json } },
      docs: { brief: "Take back the last answer, whichever run gave it" },
    }),
};

function cardList(): Command<RectoContext> {
  return buildCommand<CardListFlags, string[], RectoContext>({
    loader: async () => (await import("./cards.ts")).card.list,
    parameters: {
      flags: {
        suspended: { kind: "boolean", brief: "Only suspended cards", default: false, withNegated: false },
        buried: { kind: "boolean", brief: "Only cards that are buried today", default: false, withNegated: false },
        leech: { kind: "boolean", brief: "Only cards that were forgotten often", default: false, withNegated: false },
        flag: { kind: "parsed", brief: "Only cards with this flag", parse: positiveNumber, optional: true, placeholder: "1-7" },
        json,
      },
      positional: anyCard,
    },
    docs: { brief: "List cards, all or those with these words" },
  });
}

const cardActFlags = {
  all: { kind: "boolean", brief: "Every card with these words", default: false, withNegated: false },
  json,
} as const;

function cardAct(name: "suspend" | "resume" | "bury" | "reset", brief: string): Command<RectoContext> {
  return buildCommand<CardActFlags, string[], RectoContext>({
    loader: async () => (await import("./cards.ts")).card[name],
    parameters: { flags: cardActFlags, positional: anyCard },
    docs: { brief },
  });
}

/** @param first what stands before the card */
function cardActWith(name: "flag" | "due", first: string, firstBrief: string, brief: string): Command<RectoContext> {
  return buildCommand<CardActFlags, string[], RectoContext>({
    loader: async () => (await import("./cards.ts")).card[name],
    parameters: {
      flags: cardActFlags,
      positional: {
        kind: "array",
        parameter: { brief: `${firstBrief}; then words of the card, or its id`, parse: String, placeholder: `${first} card` },
        minimum: 2,
      },
    },
    docs: { brief },
  });
}

export type NoFlags = Readonly<Record<never, never>>;

export interface JsonFlag {
  readonly json: boolean;
}

export interface GenerateFlags {
  readonly deck?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly perLine?: number;
  readonly kinds?: string;
  readonly lang?: string;
  readonly explain: boolean;
  readonly passedOver: boolean;
  readonly line?: number;
  readonly rebuild: boolean;
  readonly sourceMoved: boolean;
  readonly json: boolean;
}

export interface AddFlags {
  readonly deck?: string;
  readonly both: boolean;
  readonly speaker?: string;
  readonly source?: string;
  readonly at?: string;
  readonly tag?: readonly string[];
  readonly lang?: string;
  readonly anyway: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export interface ReviewFlags {
  readonly plain: boolean;
}

export interface TriageFlags {
  readonly plain: boolean;
  readonly keepAll: boolean;
  readonly json: boolean;
}

export interface StatsFlags {
  readonly forgetTriage: boolean;
  readonly json: boolean;
}

export interface CardListFlags {
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly leech: boolean;
  readonly flag?: number;
  readonly json: boolean;
}

export interface CardActFlags {
  readonly all: boolean;
  readonly json: boolean;
}

export interface QuizFlags {
  readonly cards?: number;
  readonly minutes?: number;
  readonly mode?: QuizMode;
  readonly plain: boolean;
}

export interface SeminarAddFlags {
  readonly on: { readonly day: string; readonly time?: string };
  readonly deck?: readonly string[];
  readonly minutes?: number;
  readonly importance?: readonly (readonly [name: string, worth: number])[];
  readonly json: boolean;
}

export interface SeminarBriefFlags {
  readonly out?: string;
  readonly json: boolean;
}

export interface SeminarStudyFlags {
  readonly plain: boolean;
  readonly minutes?: number;
  readonly json: boolean;
}

export interface LimitFlags {
  readonly new?: number;
  readonly reviews?: number;
  readonly usual: boolean;
  readonly json: boolean;
}

export interface BacklogFlags {
  readonly spread?: number;
  readonly most?: number;
  readonly anew: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

export interface DueFlags {
  readonly json: boolean;
  readonly short: boolean;
}

export interface ExportFlags {
  readonly to: ExportFormat | "anki-package";
  readonly out?: string;
  readonly updateTags: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export interface ImportFlags {
  readonly deck?: string;
  readonly update: boolean;
  readonly allowLarge: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export interface BackupFlags {
  readonly to?: string;
  readonly json: boolean;
}

export interface CheckFlags {
  readonly fix: boolean;
  readonly moveClock?: { readonly writer: string; readonly days: number };
  readonly json: boolean;
}

/** The command line. When `wanted` names a command, only that one is built: a twentieth of an empty program. */
export function rectoApplication(version: string, wanted?: string) {
  const isCommand = wanted !== undefined && Object.hasOwn(routes, wanted);
  const built = Object.entries(routes).filter(([name]) => !isCommand || name === wanted);
  const root = buildRouteMap({
    routes: Object.fromEntries(built.map(([name, build]) => [name, build()])),
    docs: {
      brief: "Flashcards from your reading notes, asked when they are due",
      fullDescription: [
        "Turns reading notes into flashcards worth keeping, decides with FSRS when each is due, and asks them in the terminal.",
        "",
        "  recto generate notes.md    make cards from a study note",
        "  recto                      open the app: decks, what is due, review",
        "",
        "Every command takes --home DIR (or $RECTO_HOME); without it the home is found by walking up from the current folder.",
        "For trials, --now INSTANT sets the clock and --seed N makes ids repeatable.",
      ].join("\n"),
      hideRoute: { home: true },
    },
  });
  return buildApplication(root, {
    name: "recto",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
    documentation: { disableAnsiColor: true, caseStyle: "convert-camel-to-kebab", useAliasInUsageLine: false },
    localization: {
      text: {
        ...text_en,
        noCommandRegisteredForInput: (typed) => noSuchCommand(typed, isCommand ? wanted : undefined),
        exceptionWhileParsingArguments: (error) => wrongArguments(error, wanted),
        exceptionWhileRunningCommand: unexpected,
        commandErrorResult: (error) => error.message,
      },
    },
    determineExitCode: () => 3,
  });
}

function daysOfAYear(text: string): number {
  const days = positiveNumber(text);
  if (days > 365) throw new Error(`${days} days are too many: at most 365.`);
  return days;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new Error(`"${text}" is no number from 0 to 9999.`);
  return Number(text);
}

function positiveNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`"${text}" is no number from 1.`);
  return Number(text);
}

function seminarDate(text: string): SeminarAddFlags["on"] {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}))?$/.exec(text) ?? [];
  const date = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date) && new Date(date).toISOString().startsWith(day ?? "");
  const padded = time?.padStart(5, "0");
  if (day === undefined || !isDay || (padded !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(padded)))
    throw new Error(`"${text}" is no day, as in 2026-12-03 or 2026-12-03T14:00.`);
  return { day, ...(padded !== undefined && { time: padded }) };
}

function minutes(text: string): number {
  if (!/^\d{1,4}(?:\.\d+)?$/.test(text) || Number(text) <= 0 || Number(text) > 1440)
    throw new Error(`"${text}" is no number of minutes of a day.`);
  return Number(text);
}

function worth(text: string): readonly [name: string, worth: number] {
  const [, name, amount] = /^(.+)=(\d{1,6}(?:\.\d+)?)$/.exec(text) ?? [];
  if (name === undefined || !(Number(amount) > 0)) throw new Error(`"${text}" is no name and worth above 0, as in #core=3.`);
  return [name, Number(amount)];
}

function clockMove(text: string): NonNullable<CheckFlags["moveClock"]> {
  const match = /^([0-9a-z]{8,40})=([+-]?\d{1,6})$/.exec(text);
  if (!match?.[1] || Number(match[2]) === 0)
    throw new Error(`"${text}" is no run and days, as in 202611231705009c0d1e2f3a=-365.`);
  return { writer: match[1], days: Number(match[2]) };
}

function folderName(text: string): string {
  if (text === "") throw new Error("--to needs the name of a folder.");
  return text;
}

function fileName(text: string): string {
  if (text === "") throw new Error("--out needs the name of a file, or - for standard output.");
  return text;
}

/** @param above the command that it should be one of: `card` */
function noSuchCommand(
  { input, corrections }: { readonly input: string; readonly corrections: readonly string[] },
  above: string | undefined,
): string {
  const start = above === undefined ? "recto" : `recto ${above}`;
  const meant =
    corrections.length === 0
      ? ""
      : ` Did you mean ${corrections.map((name) => `${start} ${name.replaceAll("`", "")}`).join(" or ")}?`;
  return `There is no command "${above === undefined ? "" : `${above} `}${input}".${meant} ${start} --help lists them.`;
}

/** @param wanted the command that was typed */
function wrongArguments(error: unknown, wanted = ""): string {
  const help = `recto ${wanted} --help`;
  if (error instanceof UnsatisfiedFlagError) {
    const isFormat = wanted === "export" && error.externalFlagName === "to";
    return isFormat ? "--to needs a value, as in: recto export --to anki" : `--${error.externalFlagName} needs a value: ${help}`;
  }
  if (error instanceof UnsatisfiedPositionalError) return `recto ${wanted} needs a ${error.placeholder}: ${help}`;
  if (error instanceof EnumValidationError) {
    const { externalFlagName, input, values } = error;
    return `--${externalFlagName} cannot be "${input}". There ${values.length === 1 ? "is" : "are"}: ${values.join(", ")}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** A programmer's mistake; the learner's data are on disk all the same. */
function unexpected(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `recto stopped because of a mistake in the program. Everything you answered is saved. Please report this:\n${what}`;
}
