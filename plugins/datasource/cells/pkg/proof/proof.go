// Package proof tells whether what was done to a machine worked: what a stream measured before and after it, beside its sisters or what is
// usual of it. Cells in, a verdict out, the same whoever asks. Pure.
package proof

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// Least is how many cells are waited for at least, Usual how many where fewer would tell, Most how many at most.
	Least, Usual, Most = 15, 30, 300
	// fewest cells tell anything of a level or a spread.
	fewest = 5
	// stated is how sure the intervals are that people are told.
	stated = 0.95
	// falselyBad is how seldom what is as usual is said to be still wrong, falselyGood how seldom what is as before is said to be mended.
	falselyBad, falselyGood = 0.005, 0.05
)

// Case is what is known of a stream to which something was done. Values are as they are judged (of lognormal ones the logarithms).
type Case struct {
	// What departed: level, spread or share.
	What string
	// Side is to which it did; OneSided tells that a level may depart to the other.
	Side     int
	OneSided bool
	// Before is what was measured from the begin of the signal until it was done, After what since.
	Before, After summary.Step
	// Sisters did the same meanwhile.
	Sisters []Sister
	// Limits are the approved ones, of a stream that is held against them and not against sisters.
	Limits *Limits
	// Usual is by how much the level of the stream usually differs from its sisters', or the share that is usual of it; NaN where that is not known.
	Usual float64
}

// Sister is a stream that does the same.
type Sister struct{ Before, After summary.Step }

// Limits are a centre, the standard deviation within and between what is plotted.
type Limits struct{ Centre, Within, Between float64 }

// Estimate is a number and its interval of 95 %: of a level a difference from what is usual, of a spread a ratio to it, of a share itself.
type Estimate struct {
	Value, Low, High float64
	// N cells, of a share Bad of them bad.
	N, Bad int
}

// Finding is what became of it.
type Finding struct {
	// Verdict is one of the vocabulary's, Why one of the reasons for not telling, "" where it is told.
	Verdict, Why  string
	What          string
	Before, After Estimate
	// Sisters are those that it is held against; Against is the share that is usual.
	Sisters int
	Against float64
	// Wider is by how much intervals are wider since sisters changed by more than chance; 1 where they did not.
	Wider float64
}

// Why it cannot be told.
const (
	FewBefore = "few-before"
	FewAfter  = "few-after"
	Changed   = "changed"
	TooSmall  = "too-small"
	Nothing   = "nothing-beside"
)

// Judge tells what became of it by the cells that there are.
func Judge(c Case) Finding {
	j := judgeOf(c)
	out := Finding{What: c.What, Sisters: len(c.Sisters), Wider: 1, Against: math.NaN()}
	if j == nil {
		return out.untold(Nothing)
	}
	before, after, few := j.estimates()
	out.Before, out.After = before, after
	if few != "" {
		return out.untold(few)
	}
	out.Wider, out.Against = j.wider(), j.against()
	switch {
	case !j.inside():
		out.Verdict = vocabulary.ProofNotEffective
	case !j.differs():
		return out.untold(TooSmall)
	default:
		out.Verdict = vocabulary.ProofVerified
	}
	return out
}

// Needed is how many cells after it tell, were all still as before: of fewer what is still wrong would be taken for mended more often than one
// time in twenty, or what is mended for wrong more often than one in two hundred. Twice as many are waited for up to Usual, at least Least, and
// Most at most.
func Needed(c Case) (least, waited int) {
	j := judgeOf(c)
	if j == nil {
		return fewest, fewest // no number of them would tell
	}
	least = min(max(fewest, j.needed()), Most)
	return least, max(Least, least, min(2*least, Usual))
}

func (f Finding) untold(why string) Finding {
	f.Verdict, f.Why = vocabulary.ProofCannotBeTold, why
	return f
}

// Untold is a finding that cannot come to a verdict for a reason.
func (f Finding) Untold(why string) Finding { return f.untold(why) }

// judging judges one thing of a case.
type judging interface {
	// estimates are those of before and after; few is why there are none.
	estimates() (before, after Estimate, few string)
	// inside tells whether after is what sisters or limits allow, differs whether it is another than before, to the better.
	inside() bool
	differs() bool
	// needed is how many cells tell what is as before from what is as usual.
	needed() int
	wider() float64
	against() float64
}

// judgeOf is nil where there is nothing to hold it against.
func judgeOf(c Case) judging {
	steps := []summary.Step{c.After}
	for _, s := range c.Sisters {
		steps = append(steps, s.After)
	}
	tamed := monitor.Tamed(steps)
	c.After = tamed[0]
	sisters := make([]Sister, len(c.Sisters))
	for i, s := range c.Sisters {
		sisters[i] = Sister{s.Before, tamed[i+1]}
	}
	c.Sisters = sisters
	switch {
	case c.What == monitor.Share:
		return shareOf(c)
	case len(c.Sisters) == 0 && c.Limits == nil:
		return nil
	case c.What == monitor.Spread:
		return &spread{c}
	}
	return &level{c}
}

// few is why nothing is told of a level or spread.
func (c Case) few() string {
	switch {
	case c.Before.N < fewest:
		return FewBefore
	case c.After.N < fewest:
		return FewAfter
	}
	return ""
}
