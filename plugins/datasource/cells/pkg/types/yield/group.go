package yield

import (
	"slices"
	"strconv"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// yieldPlace tells groups apart.
type yieldPlace struct {
	station station
	by      []string
	atMs    int64 // start of the bucket
}

func (p yieldPlace) key() string { return string(appendPlaceKey(nil, p.by, p.atMs)) }

func appendPlaceKey(key []byte, by []string, atMs int64) []byte {
	for _, value := range by {
		key = append(append(key, value...), 0)
	}
	return strconv.AppendInt(key, atMs, 10)
}

// yieldGroup is what passed in one group. All but visits and lastSeen counts cells, at their first visit.
type yieldGroup struct {
	yieldPlace
	visits, cells      float64
	ok, nok, retest    float64 // of first visits
	unproven           float64
	judged, finallyOK  float64
	outOfSpec          float64
	hasSpec            bool
	lastSeen           int64
	failures           map[string]float64 // by characteristic
	firstPass, final   *float64           // of a row that multiplies stations
	multipliesStations bool
}

// ofJudged is the share of the cells' first visits that passed, of those judged.
func (g *yieldGroup) ofJudged() *float64 { return ratio(g.ok, g.ok+g.nok+g.retest+g.unproven) }

// verdictFailure is the characteristic of cells that failed with every value inside its spec; no characteristic can have
// this name.
const verdictFailure = "verdict"

// cell counts a cell by its first judged verdict and those of all its visits, in order, and what was wrong with the values of
// the first.
func (g *yieldGroup) cell(first string, verdicts []string, decide string, found []control.Finding, hasSpec bool) {
	g.cells++
	failed := true
	switch first {
	case vocabulary.VerdictOK:
		g.ok++
		failed = false
	case vocabulary.VerdictNOK:
		g.nok++
	case vocabulary.VerdictRetest:
		g.retest++
	case visit.VerdictUnproven:
		g.unproven++
	default:
		failed = false
	}
	if passed, known := retest.Passed(verdicts, decide); known {
		g.judged++
		if passed {
			g.finallyOK++
		}
	}
	g.hasSpec = g.hasSpec || hasSpec
	if slices.ContainsFunc(found, func(f control.Finding) bool { return f.Kind == vocabulary.SignalOutOfSpec }) {
		g.outOfSpec++
	}
	for _, f := range found {
		g.failures[f.Characteristic]++
	}
	if failed && len(found) == 0 {
		g.failures[verdictFailure]++
	}
}

func msTime(ms int64) time.Time { return time.UnixMilli(ms) }
