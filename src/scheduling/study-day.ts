/** A UTC instant, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Strings of this form sort by time. */
export type Instant = string;

/** A local calendar date, `YYYY-MM-DD`, whose day ends at the rollover hour (4 am by default). */
export type StudyDay = string;
