// Generated from packages/vocabulary/words/rules.yaml by `npm run gen`: do not edit.

/** Sets of chart rules, in the order of menus; the name of a set may stand for all of its rules. */
export const ruleSets = ["nelson", "western-electric", "aiag", "westgard", "westgard-extended", "juran"] as const;
export type RuleSet = (typeof ruleSets)[number];

/** Rules of control charts. They never change. */
export const ruleIds = ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "WE1", "WE2", "WE3", "WE4", "AIAG1", "AIAG2", "AIAG3", "AIAG4", "AIAG5", "AIAG6", "AIAG7", "AIAG8", "1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "10-x", "2of3-2s", "3-1s", "6-x", "8-x", "9-x", "12-x", "7-T", "J1", "J2", "J3", "J4", "J5", "J6"] as const;
export type RuleId = (typeof ruleIds)[number];

/** the set that it belongs to. */
export const ruleIdSet = {
  "N1": "nelson",
  "N2": "nelson",
  "N3": "nelson",
  "N4": "nelson",
  "N5": "nelson",
  "N6": "nelson",
  "N7": "nelson",
  "N8": "nelson",
  "WE1": "western-electric",
  "WE2": "western-electric",
  "WE3": "western-electric",
  "WE4": "western-electric",
  "AIAG1": "aiag",
  "AIAG2": "aiag",
  "AIAG3": "aiag",
  "AIAG4": "aiag",
  "AIAG5": "aiag",
  "AIAG6": "aiag",
  "AIAG7": "aiag",
  "AIAG8": "aiag",
  "1-2s": "westgard",
  "1-3s": "westgard",
  "2-2s": "westgard",
  "R-4s": "westgard",
  "4-1s": "westgard",
  "10-x": "westgard",
  "2of3-2s": "westgard-extended",
  "3-1s": "westgard-extended",
  "6-x": "westgard-extended",
  "8-x": "westgard-extended",
  "9-x": "westgard-extended",
  "12-x": "westgard-extended",
  "7-T": "westgard-extended",
  "J1": "juran",
  "J2": "juran",
  "J3": "juran",
  "J4": "juran",
  "J5": "juran",
  "J6": "juran",
} as const satisfies Record<RuleId, string | number>;
