package commands

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// LinesOf are the lines of a target at a moment (ns), by what is said of where it was held or by what it is; all of its site where nothing
// tells.
func LinesOf(p *plan.Plan, of Command, ns int64) []plan.Line {
	station, line := of.Station, ""
	switch of.TargetType {
	case "station":
		station = cmp.Or(station, of.Target)
	case "line":
		line = of.Target
	}
	return p.LinesFor(of.Site, of.Equipment, station, line, ns)
}

// lines are of which lines a plan has machines at a moment, each looked up once.
type lines struct {
	plan *plan.Plan
	ns   int64
	of   map[place][]string
	at   map[target]string
}

// place is what tells the lines of a command.
type place struct{ site, equipment, station, targetType, target string }

func linesBy(p *plan.Plan, ns int64) lines {
	return lines{p, ns, map[place][]string{}, map[target]string{}}
}

// told are the lines that a command is for; of one alone none by name.
func (l lines) told(c Command) []string {
	if l.plan == nil {
		return nil
	}
	at := place{c.Site, c.Equipment, c.Station, c.TargetType, ""}
	if c.TargetType == "station" || c.TargetType == "line" {
		at.target = c.Target
	}
	out, known := l.of[at]
	if !known {
		for _, line := range LinesOf(l.plan, c, l.ns) {
			out = append(out, line.ID)
		}
		if len(out) < 2 {
			out = nil
		}
		l.of[at] = out
	}
	return out
}

// by is the line of who answers: of a machine, or itself; "" where it is of none, as who answers for a whole site.
func (l lines) by(site, equipment string) string {
	who := target{site, equipment}
	line, known := l.at[who]
	if !known && l.plan != nil {
		all := l.plan.EquipmentAt(site, l.ns)
		at := slices.IndexFunc(all, func(e plan.Equipment) bool { return equipment != "" && (e.ID == equipment || e.Line == equipment) })
		if at >= 0 {
			line = all[at].Line
		}
		l.at[who] = line
	}
	return line
}
