package query

import (
	"fmt"
	"math"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// The rules that a single value can hit, beside the readings implausible, censored-low and censored-high.
const (
	ruleAboveUSL = "above-usl"
	ruleBelowLSL = "below-lsl"
	ruleAboveUCL = "above-ucl"
	ruleBelowLCL = "below-lcl"
)

// hit is a rule that a value met; Size is how far beyond: widths of the spec (spc.Spec.Width), or σ.
type hit struct {
	Rule   string
	Size   float64
	Detail string
}

// hits judges one value. What cannot be true and what is only known to lie beyond the gauge has no further signals.
func (s *standard) hits(value float64) []hit {
	if reading := s.Gauge.Read(value); reading != spc.Measured {
		if beyond := s.Spec.Beyond(value); reading != spc.Implausible && beyond != 0 {
			return []hit{s.outOfSpec(value, beyond), {Rule: string(reading), Size: 1, Detail: s.explainReading(reading)}}
		}
		return []hit{{Rule: string(reading), Size: 1, Detail: s.explainReading(reading)}}
	}
	var out []hit
	if beyond := s.Spec.Beyond(value); beyond != 0 {
		out = append(out, s.outOfSpec(value, beyond))
	}
	if s.Lines == nil {
		return out
	}
	if z := s.Lines.Out(value); z != 0 {
		rule, side, limit := ruleAboveUCL, "above the upper", s.Lines.UCL
		if z < 0 {
			rule, side, limit = ruleBelowLCL, "below the lower", s.Lines.LCL
		}
		status := ""
		if s.LimitRow.Text("status") != "approved" {
			status = " (provisional)"
		}
		out = append(out, hit{rule, math.Abs(z), fmt.Sprintf("%s is %s control limit %s%s, %sσ from the centre",
			number(value), side, number(limit), status, number(math.Abs(z)))})
	}
	return out
}

func (s *standard) outOfSpec(value, beyond float64) hit {
	rule, side, limit := ruleAboveUSL, "above usl", s.Spec.USL
	if beyond < 0 {
		rule, side, limit = ruleBelowLSL, "below lsl", s.Spec.LSL
	}
	share := ""
	if words := s.Spec.WidthWords(); words != "" {
		share = fmt.Sprintf(" (%s%s)", number(math.Abs(beyond)), words)
	}
	return hit{rule, math.Abs(beyond), fmt.Sprintf("%s is %s %s by %s%s", number(value), side, number(*limit), number(math.Abs(value-*limit)), share)}
}

func (s *standard) explainReading(reading spc.Reading) string {
	switch reading {
	case spc.CensoredLow:
		return "at or below the end of the gauge: the true value is only known to be less"
	case spc.CensoredHigh:
		return "at or above the end of the gauge: the true value is only known to be more"
	}
	return "outside what can be true; a sentinel or an over-range"
}

// number writes a value with four digits that count.
func number(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if err != nil {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// pointSignals is the frame of single values that met a rule, in the order of the rows.
func (q *visitsQuery) pointSignals(p *Plan, rows *table.Table, characteristics []string) *table.Table {
	out := table.New("point-signals",
		table.Spec{Name: "time", Kind: table.Time, Required: true},
		table.Spec{Name: "cell_id", Kind: table.Text},
		table.Spec{Name: "visit", Kind: table.Text},
		table.Spec{Name: "characteristic", Kind: table.Text, Required: true},
		table.Spec{Name: "stratum", Kind: table.Text, Required: true},
		table.Spec{Name: "rule", Kind: table.Text, Required: true},
		table.Spec{Name: "detail", Kind: table.Text, Required: true},
	)
	columns := out.Columns()
	ids, visit := rows.Column(idColumn), rows.Column("visit")
	source, at := rows.Column("source_ms"), rows.Column("time")
	shown := strataOf(rows, q.Strata)
	for _, name := range characteristics {
		values := rows.Column(name)
		if values == nil || values.Kind != table.Float {
			continue
		}
		judge := p.judge(q.Station, name, rows)
		for row := range rows.Len() {
			value, ok := values.Float(row)
			if !ok {
				continue
			}
			ms := sourceMs(source, at, row)
			for _, h := range judge.standard(row, ms*1e6).hits(value) {
				_, stratum := splitKey(string(shown.key(row)))
				columns[0].AppendInt(ms * 1e6)
				columns[1].AppendFrom(ids, row)
				appendIntText(columns[2], visit, row)
				columns[3].AppendText(name)
				columns[4].AppendText(stratum)
				columns[5].AppendText(h.Rule)
				columns[6].AppendText(h.Detail)
			}
		}
	}
	return out
}

func appendIntText(to, from *table.Column, row int) {
	if v, ok := from.Int(row); ok {
		to.AppendText(strconv.FormatInt(v, 10))
	} else {
		to.AppendMissing()
	}
}
