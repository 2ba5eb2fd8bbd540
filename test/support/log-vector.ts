/** The test vector of docs/formats.md section 4. */
export const vectorWriter = "202611231705009c0d1e2f3a";

export const vectorLines = [
  '{"v":1,"n":0,"type":"opened","at":"2026-11-23T17:05:00.000Z","writer":"202611231705009c0d1e2f3a","app":"1.0.0","timeZone":"Europe/Paris","crc":"b59714e0"}',
  '{"v":1,"n":1,"type":"reviewed","at":"2026-11-23T17:05:09.412Z","offsetMinutes":60,"studyDay":"2026-11-23","cardId":"7hq2mzk4rtw9.c1","rating":"good","answerMs":4210,"kind":"due","schedule":{"state":"review","interval":12,"dueOn":"2026-12-05"},"crc":"5571aa07"}',
  '{"v":1,"n":2,"type":"undone","at":"2026-11-23T17:05:12.007Z","offsetMinutes":60,"studyDay":"2026-11-23","eventId":"202611231705009c0d1e2f3a.1","cardId":"7hq2mzk4rtw9.c1","crc":"f09d2651"}',
];
