package visit

// DefaultRunType is the run type of what the plant makes to sell.
const DefaultRunType = "production"

// AllRunTypes asks for visits of every run type.
const AllRunTypes = "all"

// The verdicts of a visit that yield counts; a skipped visit, or one without a verdict, was not judged. What a station said in
// words that nobody understands it did judge, and may have failed.
const (
	VerdictOK      = "ok"
	VerdictNOK     = "nok"
	VerdictRetest  = "retest"
	VerdictSkipped = "skipped"
	VerdictUnknown = "unknown" // no station says it
)
