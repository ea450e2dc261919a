package visit

// AllRunTypes asks for visits of every run type.
const AllRunTypes = "all"

// VerdictUnknown stands beside the verdicts of the vocabulary: what a station said in words that nobody understands it did judge,
// and may have failed. No station says it. A skipped visit, or one without a verdict, was not judged.
const VerdictUnknown = "unknown"

// VerdictUnproven stands for the ok of a station that brought no plausible value of a special characteristic. No station says it.
const VerdictUnproven = "unproven"
