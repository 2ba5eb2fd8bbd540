export { type PlainQuizOptions, runPlainQuiz } from "./quiz.ts";
export { type PlainReviewOptions, runPlainReview } from "./review.ts";
export { type PlainTriageOptions, runPlainTriage } from "./triage.ts";
