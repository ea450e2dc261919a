package losses

import (
	"math"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// mostRows bounds an answer; the newest episodes are told.
const mostRows = 1000

// custom is what the answer says beside its rows: of all episodes together.
type custom struct {
	// Sentence says in words what all came to; Currency is that of costs, "" where the plan has none.
	Sentence string `json:"sentence"`
	Currency string `json:"currency,omitempty"`
}

// times are the columns of moments.
var times = []string{vocabulary.LossFrom, vocabulary.LossTo, vocabulary.LossViewFrom, vocabulary.LossViewTo}

// numbers are the columns of numbers.
var numbers = map[string]func(g *group) float64{
	vocabulary.LossFirstBadS:      func(g *group) float64 { return g.seconds((*loss.Episode).FirstBadMs) },
	vocabulary.LossSignalS:        func(g *group) float64 { return g.seconds(func(e *loss.Episode) int64 { return e.ToldMs }) },
	vocabulary.LossPersonS:        func(g *group) float64 { return g.seconds(func(e *loss.Episode) int64 { return e.PersonMs }) },
	vocabulary.LossActionS:        func(g *group) float64 { return g.seconds(func(e *loss.Episode) int64 { return e.ActionMs }) },
	vocabulary.LossProofS:         func(g *group) float64 { return g.seconds(func(e *loss.Episode) int64 { return e.ProofMs }) },
	vocabulary.LossCells:          func(g *group) float64 { return g.Cells },
	vocabulary.LossCaught:         func(g *group) float64 { return g.Caught },
	vocabulary.LossSlipped:        func(g *group) float64 { return g.Slipped },
	vocabulary.LossScrapped:       func(g *group) float64 { return g.Scrapped },
	vocabulary.LossReworked:       func(g *group) float64 { return g.Reworked },
	vocabulary.LossStationHours:   func(g *group) float64 { return g.Hours },
	vocabulary.LossCost:           func(g *group) float64 { return g.Cost },
	vocabulary.LossOutOfSpec:      func(g *group) float64 { return g.OutOfSpec },
	vocabulary.LossEndOfLineHours: func(g *group) float64 { return g.EndHours },
	vocabulary.LossEndOfLineCost:  func(g *group) float64 { return g.EndCost },
	vocabulary.LossEpisodes:       func(g *group) float64 { return float64(len(g.episodes)) },
}

// frame is the answer: a row an episode, or one a group.
func (s *search) frame(all []*loss.Episode) *data.Frame {
	rows := s.groups(all)
	s.tellUnfollowed(all)
	if len(rows) > mostRows {
		s.Warn(s.words().cut, len(rows), mostRows)
		rows = rows[:mostRows]
	}
	t := table.New(vocabulary.QueryLosses)
	sp := s.speaker()
	for _, name := range vocabulary.LossColumns {
		column := table.NewColumn(s.spec(name))
		for _, g := range rows {
			s.fill(column, g, sp)
		}
		t.Add(column)
	}
	frame := t.Frame(data.FrameTypeTable)
	frame.Meta.Custom = custom{Sentence: sp.total(groupOf(all...)), Currency: s.currency()}
	return frame
}

func (s *search) fill(c *table.Column, g *group, sp *speaker) {
	if of, is := numbers[c.Name]; is {
		if v := of(g); g.unknown {
			c.AppendMissing()
		} else {
			c.AppendFloat(v)
		}
		return
	}
	switch c.Name {
	case vocabulary.LossFrom:
		c.AppendInt(g.fromMs * 1e6)
	case vocabulary.LossTo:
		if g.toMs == 0 {
			c.AppendMissing()
		} else {
			c.AppendInt(g.toMs * 1e6)
		}
	case vocabulary.LossViewFrom, vocabulary.LossViewTo:
		from, to := g.view(s.Now())
		if c.Name == vocabulary.LossViewTo {
			from = to
		}
		c.AppendInt(from * 1e6)
	case vocabulary.LossCellID:
		table.AppendTextOr(c, g.firstBad())
	case vocabulary.LossSentence:
		table.AppendTextOr(c, sp.sentence(g))
	default:
		table.AppendTextOr(c, s.common(g, c.Name))
	}
}

func (s *search) spec(name string) table.Spec {
	out := table.Spec{Name: name, Kind: table.Text, Description: vocabulary.LossColumnDescription[name]}
	_, isNumber := numbers[name]
	switch {
	case slices.Contains(times, name):
		out.Kind = table.Time
	case !isNumber:
	case name[len(name)-2:] == "_s":
		out.Kind, out.Unit = table.Float, "s"
	case name == vocabulary.LossStationHours, name == vocabulary.LossEndOfLineHours:
		one := uint16(1)
		out.Kind, out.Unit, out.Decimals = table.Float, "suffix:h", &one
	case name == vocabulary.LossCost, name == vocabulary.LossEndOfLineCost:
		two := uint16(2)
		out.Kind, out.Decimals = table.Float, &two
		if currency := s.currency(); currency != "" {
			out.Unit = "suffix:" + currency
		}
	default:
		none := uint16(0)
		out.Kind, out.Decimals = table.Float, &none
	}
	return out
}

// currency is that of the plan's costs, "" where it states none.
func (s *search) currency() string {
	if !s.priced() {
		return ""
	}
	return s.plan.Setting("currency", s.ns)
}

// priced tells whether the plan says of any station what it adds to the cost of a cell.
func (s *search) priced() bool {
	for _, station := range s.route {
		if station.CostAdded != nil {
			return true
		}
	}
	return false
}

// known leaves out what is missing.
func known(v float64) (float64, bool) { return v, !math.IsNaN(v) }

// tellUnfollowed says of sums what they leave out.
func (s *search) tellUnfollowed(all []*loss.Episode) {
	n := 0
	for _, e := range all {
		if e.Unfollowed {
			n++
		}
	}
	if s.query.By != "" && n > 0 && n < len(all) {
		s.Notice(s.words().unfollowed, n)
	}
}
