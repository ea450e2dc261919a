// Package problem answers JSON problems of statistics, the same ones with the same answers as the TypeScript command.
package problem

import (
	"fmt"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// kind is something the command answers.
type kind struct {
	id     string
	answer func(f *fields) *object
}

// kinds is the registry: every chart, then the analyses.
var kinds = func() (all []kind) {
	for i := range spc.Charts {
		chart := &spc.Charts[i]
		all = append(all, kind{chart.ID, func(f *fields) *object { return answerChart(f, chart) }})
	}
	return append(all,
		kind{"capability", answerCapability},
		kind{"censored", answerCensored},
		kind{"acceptance", answerAcceptance},
		kind{"distribution", answerDistribution},
		kind{"outliers", answerOutliers},
		kind{"sequence", answerSequence},
		kind{"chi-square", answerTable},
		kind{"false-discovery", answerFalseDiscovery},
		kind{"compare", answerCompare},
		kind{"components", answerComponents},
		kind{"gauge", answerGauge},
		kind{"rules", answerRules},
		kind{"run-length", answerRunLength},
		kind{"limits-for", answerLimitsFor},
		kind{"constants", answerConstants},
		kind{"probability", answerProbability},
	)
}()

// Fault is an error of this program: the arithmetic ended where it should have answered or refused.
type Fault struct{ Reason any }

func (f *Fault) Error() string {
	return fmt.Sprintf("the problem could not be answered, by a fault of this program: %v", f.Reason)
}

// Answer answers one JSON problem with one JSON value. A problem that cannot be answered is an *Error that names the field, an
// error of the arithmetic a *Fault; any other error says that the text is not JSON.
func Answer(text []byte) (answer []byte, err error) {
	value, err := decode(text)
	if err != nil {
		return nil, err
	}
	defer func() {
		reason := recover()
		if problem, ok := reason.(*Error); ok {
			answer, err = nil, problem
		} else if reason != nil {
			answer, err = nil, &Fault{reason}
		}
	}()
	refuseMisshapen(value)
	f := &fields{value.(map[string]any), ""}
	known := slices.IndexFunc(kinds, func(k kind) bool { return k.id == f.text("kind", "") })
	return encode(nil, kinds[known].answer(f)), nil
}
