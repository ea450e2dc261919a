package losses

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// speaker says episodes in one language, by the names that the plan gives.
type speaker struct {
	wording
	search   *search
	machines map[string]string // by site and id
}

func (s *search) words() wording {
	language := s.query.Language
	if language == "" {
		language = s.plan.Setting("language", s.ns)
	}
	if of, known := wordings[language]; known {
		return of
	}
	return wordings[defaultLanguage]
}

func (s *search) speaker() *speaker {
	out := &speaker{s.words(), s, map[string]string{}}
	for _, site := range s.PlannedSites(s.plan) {
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}}) {
			out.machines[site.ID+"|"+m.ID] = m.Name
		}
	}
	return out
}

// sentence is what a row says: of one episode where and what, of several what they came to.
func (sp *speaker) sentence(g *group) string {
	if len(g.episodes) != 1 || sp.search.query.By != "" {
		if g.unknown {
			return ""
		}
		return sp.total(g)
	}
	e := g.episodes[0]
	lasting := sp.lasted
	if g.toMs == 0 {
		lasting = sp.goesOn
	}
	said := sp.place(e) + ": " + sp.what(e)
	if long := g.lasted(sp.search.Now()); long > 0 {
		said += ", " + fmt.Sprintf(lasting, sp.duration(long))
	}
	parts := []string{said, strings.Join(sp.counts(g), ", ")}
	if times := sp.times(e); times != "" {
		parts = append(parts, times)
	}
	return strings.Join(parts, "; ") + "."
}

// total is what several episodes came to.
func (sp *speaker) total(g *group) string {
	if len(g.episodes) == 0 {
		return sp.none
	}
	return numbered(len(g.episodes), sp.episodes) + ": " + strings.Join(sp.counts(g), ", ") + "."
}

func (sp *speaker) counts(g *group) (out []string) {
	if n, ok := known(g.Cells); ok {
		out = append(out, numbered(int(n), sp.cells))
	}
	if n, ok := known(g.OutOfSpec); ok {
		out = append(out, numbered(int(n), sp.outOfSpec))
	}
	for _, c := range []struct {
		n    float64
		word string
	}{{g.Caught, sp.caught}, {g.Slipped, sp.slipped}, {g.followed - g.Caught - g.Slipped, sp.neither}, {g.Scrapped, sp.scrapped}, {g.Reworked, sp.reworked}} {
		if c.n > 0 {
			out = append(out, fmt.Sprintf(c.word, int(c.n)))
		}
	}
	currency := sp.search.currency()
	for _, c := range []struct {
		hours, cost     float64
		said, priceSaid string
	}{{g.Hours, g.Cost, sp.hours, sp.cost}, {g.EndHours, g.EndCost, sp.endHours, sp.endCost}} {
		if c.hours > 0 {
			said := fmt.Sprintf(c.said, sp.hoursOf(c.hours))
			if currency != "" && c.cost > 0 {
				said += " (" + fmt.Sprintf(c.priceSaid, sp.number(c.cost, 2), currency) + ")"
			}
			out = append(out, said)
		}
	}
	return out
}

func (sp *speaker) times(e *loss.Episode) string {
	var out []string
	for _, t := range []struct {
		ms   int64
		said string
	}{{e.ToldMs, sp.told}, {e.PersonMs, sp.person}, {e.ActionMs, sp.action}, {e.ProofMs, sp.proof}} {
		if s := e.Seconds(t.ms); s >= 1 {
			out = append(out, fmt.Sprintf(t.said, sp.duration(time.Duration(s*float64(time.Second)))))
		}
	}
	if e.PersonMs == 0 && e.ActionMs == 0 {
		out = append(out, sp.noAnswer)
	}
	return strings.Join(out, ", ")
}

func (sp *speaker) place(e *loss.Episode) string {
	machine := cmp.Or(sp.machines[e.Site+"|"+e.Equipment], e.Equipment)
	if machine == "" {
		if row := sp.search.plan.StationRow(e.Station, sp.search.ns); row != nil {
			machine = row.Text("name")
		}
		machine = cmp.Or(machine, e.Station) + " " + e.Line
	}
	return strings.TrimSpace(strings.TrimSpace(machine+" "+e.Position) + " " + e.Lot)
}

func (sp *speaker) what(e *loss.Episode) string {
	name := e.Characteristic
	if row := sp.search.plan.Characteristics.At(e.Station, e.Characteristic, plan.Scope{Product: plan.Any}, sp.search.ns); row != nil {
		name = cmp.Or(row.Text("name"), name)
	}
	switch {
	case e.Kind == vocabulary.SignalOutOfSpec:
		return fmt.Sprintf(sp.single, name)
	case e.Characteristic == "":
		return sp.verdicts
	}
	words := map[string]string{
		vocabulary.SignalRuleLevel: sp.level, vocabulary.SignalRuleSpread: sp.spread, vocabulary.SignalRuleApart: sp.apart,
	}
	return fmt.Sprintf(cmp.Or(words[e.Rule], sp.share), name)
}

// duration says minutes, hours and minutes, or days and hours.
func (sp *speaker) duration(d time.Duration) string {
	minutes := int(d.Round(time.Minute) / time.Minute)
	switch {
	case minutes == 0:
		return fmt.Sprintf("%d s", int(d/time.Second))
	case minutes < 60:
		return fmt.Sprintf("%d min", minutes)
	case minutes < 48*60:
		return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
	}
	day := map[string]string{".": "d", ",": "T"}[sp.point]
	return fmt.Sprintf("%d %s %d h", minutes/60/24, day, minutes/60%24)
}

// hoursOf says less than an hour more exactly.
func (sp *speaker) hoursOf(hours float64) string {
	if hours < 1 {
		return sp.number(hours, 3)
	}
	return sp.number(hours, 1)
}

func (sp *speaker) number(v float64, decimals int) string {
	return strings.ReplaceAll(strconv.FormatFloat(v, 'f', decimals, 64), ".", sp.point)
}

// numbered counts something that has a word for one and one for more.
func numbered(n int, words [2]string) string {
	if n == 1 {
		return fmt.Sprintf(words[0], n)
	}
	return fmt.Sprintf(words[1], n)
}

// tellGaps says what figures lack.
func (s *search) tellGaps(r *loss.Reckoner) {
	say := s.words()
	for _, of := range []struct {
		gaps map[string]int
		said string
	}{{r.Gaps.Unstarted, say.unstarted}, {r.Gaps.Untypical, say.untypical}} {
		n := 0
		for _, visits := range of.gaps {
			n += visits
		}
		if n > 0 {
			s.Warn(of.said, n, strings.Join(slices.Sorted(maps.Keys(of.gaps)), ", "))
		}
	}
	if s.priced() && len(r.Gaps.Unpriced) > 0 {
		s.Warn(say.unpriced, strings.Join(slices.Sorted(maps.Keys(r.Gaps.Unpriced)), ", "))
	}
}
