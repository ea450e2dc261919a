// Generated from packages/vocabulary/words/audit.yaml by `npm run gen`: do not edit.

/** What a query of the audit answers. */
export const auditParts = ["days", "findings", "events"] as const;
export type AuditPart = (typeof auditParts)[number];

/** What each means. */
export const auditPartMeans = {
  "days": "each day of the range, with what shows that it was changed",
  "findings": "only what was changed, or is sealed no more",
  "events": "what was decided and changed, each with the hash of its row",
} as const satisfies Record<AuditPart, string | number>;

/** What seals say of a day, or of an event. */
export const auditStates = ["changed", "missing", "added", "seal", "list", "unsealed", "as-sealed", "not-yet", "not-sealed", "not-verified"] as const;
export type AuditState = (typeof auditStates)[number];

/** Of the audit states: something is not as it was sealed. */
export const auditFindings = ["changed", "missing", "added", "seal", "list", "unsealed"] as const;
export type AuditFinding = (typeof auditFindings)[number];

/** as people read it. */
export const auditStateName = {
  "changed": "Changed",
  "missing": "Taken away",
  "added": "Added",
  "seal": "Seal changed",
  "list": "List of hashes changed",
  "unsealed": "Without a seal",
  "as-sealed": "As sealed",
  "not-yet": "Not sealed yet",
  "not-sealed": "Nothing proves it",
  "not-verified": "Not verified",
} as const satisfies Record<AuditState, string | number>;

/** as people read it in German. */
export const auditStateGerman = {
  "changed": "Verändert",
  "missing": "Entfernt",
  "added": "Hinzugefügt",
  "seal": "Siegel verändert",
  "list": "Liste der Hashes verändert",
  "unsealed": "Ohne Siegel",
  "as-sealed": "Wie versiegelt",
  "not-yet": "Noch nicht versiegelt",
  "not-sealed": "Durch nichts belegt",
  "not-verified": "Nicht geprüft",
} as const satisfies Record<AuditState, string | number>;

/** What each means. */
export const auditStateMeans = {
  "changed": "the event is not as it was sealed",
  "missing": "the event was sealed and is gone",
  "added": "the event came after its day was sealed",
  "seal": "the seal of the day is not the one that was there, or the one before it is gone",
  "list": "which events of the day were changed cannot be relied on",
  "unsealed": "the day has no seal: it was deleted, or the keeper does not run",
  "as-sealed": "nothing was changed",
  "not-yet": "the day is not over, or its seal is not due",
  "not-sealed": "it was stored before the first seal",
  "not-verified": "it was not looked at",
} as const satisfies Record<AuditState, string | number>;
