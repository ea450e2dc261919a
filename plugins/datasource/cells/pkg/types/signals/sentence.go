package signals

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// speaker says signals in one language, by the names that the plan gives.
type speaker struct {
	wording
	language string
	plan     *plan.Plan
	ns       int64
	now      time.Time
	// machines and lines by site and id.
	machines, lines map[string]string
}

// language is the one that is asked for, else that of the plan.
func (s *search) language() string {
	if s.query.Language != "" || s.plan == nil {
		return s.query.Language
	}
	return s.plan.Setting("language", max(s.Now().UnixNano(), s.plan.Begin))
}

// words are those of the language; of one that nobody wrote any in, the default ones.
func (s *search) words() wording {
	if of, known := wordings[s.language()]; known {
		return of
	}
	return wordings[defaultLanguage]
}

func (s *search) speaker() *speaker {
	out := &speaker{
		wording: s.words(), language: s.language(), plan: s.plan, ns: s.Range.To.UnixNano(), now: s.reach().To,
		machines: map[string]string{}, lines: map[string]string{},
	}
	for _, site := range s.PlannedSites(s.plan) {
		for id, name := range site.LineNames {
			out.lines[site.ID+"|"+id] = name
		}
		for _, m := range s.PlannedEquipment(s.plan, source.Scope{Sites: []string{site.ID}}) {
			out.machines[site.ID+"|"+m.ID] = m.Name
		}
	}
	return out
}

// sentence is what is wrong, where, how much, for how long and with how many cells, as far as it is known.
func (sp *speaker) sentence(of signal) string {
	said := sp.suspicion(of) + sp.what(of)
	f := of.known()
	if !math.IsNaN(f.SinceMs) {
		said += fmt.Sprintf(sp.lasting, sp.duration(time.Duration(float64(sp.now.UnixMilli())-f.SinceMs)*time.Millisecond))
	}
	var counts []string
	one, several := sp.items(of.Labels)
	for _, c := range []struct {
		n    float64
		word [2]string
	}{{f.Cells, [2]string{"%d " + one, "%d " + several}}, {f.OutOfSpec, sp.outOfSpec}, {f.NotOK, sp.notOK}, {f.Held, sp.held}} {
		if saysItems := []string{vocabulary.SignalKOfN, vocabulary.SignalHoldUnanswered}; slices.Contains(saysItems, of.Labels["kind"]) && c.word != sp.held {
			continue // it has said so
		}
		if !math.IsNaN(c.n) && !(c.n == 0 && c.word == sp.held) {
			counts = append(counts, fmt.Sprintf(c.word[min(1, int(math.Abs(c.n-1)))], int(c.n)))
		}
	}
	if len(counts) > 0 {
		said += "; " + strings.Join(counts, ", ")
	}
	return said + "."
}

// whyUnread is what was not read, where a rule as out-of-spec/failed says so, and why.
func (sp *speaker) whyUnread(rule string) []string {
	kind, why, ofKind := strings.Cut(rule, "/")
	if !ofKind {
		return []string{cmp.Or(sp.unread[rule], rule)}
	}
	return []string{cmp.Or(sp.kinds[kind], kind), cmp.Or(sp.unread[why], why)}
}

// what says where something is wrong, and what.
func (sp *speaker) what(of signal) string {
	l, f := of.Labels, of.known()
	name := sp.nameOf(l)
	where := sp.place(l) + sp.mostOf(of) + ": "
	switch l["kind"] {
	case vocabulary.SignalOutOfControl:
		if of.Told == nil && of.Standing.Word != "" {
			return where + name + ", " + sp.standings[of.Standing.Word]
		}
	case vocabulary.SignalKOfN:
		_, items := sp.items(l)
		return where + fmt.Sprintf(sp.several, name, int(f.OutOfSpec), int(f.Cells), items)
	case vocabulary.SignalHoldUnanswered:
		return where + sp.unheard(of)
	default:
		parts := []string{cmp.Or(sp.kinds[l["kind"]], sp.rules[l["kind"]], l["kind"])}
		if l["kind"] == unreadName {
			parts = append(parts, sp.whyUnread(l["rule"])...)
		} else if why, known := sp.rejections[l["rule"]]; known && l["kind"] == vocabulary.SignalRejected {
			parts = append(parts, why)
		} else if of, known := sp.kinds[l["rule"]]; known && l["kind"] == vocabulary.SignalUnacknowledged {
			parts = append(parts, of)
		} else if rule, known := sp.rules[l["rule"]]; !known && l["rule"] != "" {
			parts = append(parts, l["rule"])
		} else if slices.Contains(rulesSaid, l["kind"]) || l["rule"] == vocabulary.SignalRuleSensor {
			parts = append(parts, rule)
		}
		if cell := l["cell_id"]; cell != "" {
			parts = append(parts, cell)
		}
		if l["characteristic"] != "" {
			parts = append(parts, name)
		}
		return where + strings.Join(parts, ", ")
	}
	switch l["rule"] {
	case vocabulary.SignalRuleGauge:
		return where + name + ", " + sp.gaugeIsOff(of)
	case vocabulary.SignalRuleApart:
		return where + sp.liesApart(of)
	case vocabulary.SignalRuleSpread:
		return where + fmt.Sprintf(sp.wavers, name, sp.ratio(f.Ratio), sp.against(f, ofSpread))
	case vocabulary.SignalRuleShare:
		words := sp.share
		if l["characteristic"] == "" {
			words = sp.judged
		}
		return where + fmt.Sprintf(words, name, sp.percent(f.ShareNow), sp.percent(f.ShareUsual))
	}
	higher := sp.higher
	if f.LevelNow < f.LevelUsual {
		higher = sp.lower
	}
	return where + fmt.Sprintf(sp.level, name, sp.amount(l, math.Abs(f.LevelNow-f.LevelUsual)), higher, sp.against(f, ofLevel), sp.number(math.Abs(f.Ratio), 1))
}

// mostOf says of how many parts of a machine or line most depart, or some are left, where that is what is told.
func (sp *speaker) mostOf(of signal) string {
	parts := of.known().Parts
	if math.IsNaN(parts) {
		return ""
	}
	words := sp.wording.machines
	if of.Labels["equipment"] != "" {
		words = sp.positions
	}
	if parts < 0 {
		return fmt.Sprintf(words[1], int(-parts))
	}
	return fmt.Sprintf(words[0], int(parts))
}

// Places of words for what a stream is held against.
const (
	ofSpread = iota
	ofLevel
)

// against says what a stream is held against.
func (sp *speaker) against(f facts, of int) string {
	switch {
	case f.Sisters == 1:
		return sp.sister[of]
	case f.Sisters > 0:
		return fmt.Sprintf(sp.sisters[of], int(f.Sisters))
	case f.Against == "self":
		return sp.limits[of]
	}
	return sp.usual[of]
}

// liesApart says between which places something is otherwise than usual, and of a level by how much.
func (sp *speaker) liesApart(of signal) string {
	f := of.known()
	var places []string
	for _, s := range f.Between {
		places = append(places, sp.place(map[string]string{"site": s.Site, "equipment": s.Equipment, "position": s.Position}))
	}
	by := ""
	if shift := math.Abs(f.LevelNow - f.LevelUsual); !math.IsNaN(shift) {
		by = fmt.Sprintf(sp.apartBy, sp.amount(of.Labels, shift), sp.number(math.Abs(f.Ratio), 1))
	}
	last := len(places) - 1
	return fmt.Sprintf(sp.apart, sp.nameOf(of.Labels), strings.Join(places[:last], ", ")+sp.and+places[last], by)
}

// items is what the station of a signal works on, in words for one and for several.
func (sp *speaker) items(l map[string]string) (one, several string) {
	kind := ""
	if row := sp.plan.StationRow(l["station"], sp.ns); row != nil {
		kind = row.Text("item")
	}
	return cmp.Or(sp.item[kind], sp.anything[0]), cmp.Or(sp.wording.items[kind], sp.anything[1])
}

// place is the machine by its name and the position; where there is no machine the station, lot or line.
func (sp *speaker) place(l map[string]string) string {
	parts, line := []string{}, cmp.Or(sp.lines[l["site"]+"|"+l["line"]], l["line"])
	switch {
	case l["equipment"] != "":
		parts = append(parts, cmp.Or(sp.machines[l["site"]+"|"+l["equipment"]], l["equipment"]))
	case l["station"] != "":
		parts = append(parts, sp.plan.StationName(l["station"], sp.ns))
		if line != "" {
			parts = append(parts, line)
		}
	default:
		parts = append(parts, cmp.Or(line, l["site"], sp.plant))
	}
	if l["position"] != "" {
		parts = append(parts, l["position"])
	}
	if l["lot"] != "" {
		parts = append(parts, fmt.Sprintf(sp.lot, l["lot"]))
	}
	return strings.Join(parts, " ")
}

func (sp *speaker) row(l map[string]string) *plan.Row {
	if l["characteristic"] == "" {
		return nil
	}
	return sp.plan.Characteristics.At(l["station"], l["characteristic"], plan.Scope{Product: cmp.Or(l["product"], plan.Any)}, max(sp.ns, sp.plan.Begin))
}

func (sp *speaker) nameOf(l map[string]string) string {
	if row := sp.row(l); row != nil {
		return cmp.Or(shortName(row.Text("name")), l["characteristic"])
	}
	return cmp.Or(l["characteristic"], sp.verdicts)
}

// shortName is a name without what stands in brackets, behind a comma or an equals sign: how it is measured, not what it is.
func shortName(name string) string {
	if i := strings.IndexAny(name, "(,="); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	return name
}

// amount is a number in the unit of the characteristic, with one decimal more than it is shown with.
func (sp *speaker) amount(l map[string]string, v float64) string {
	row := sp.row(l)
	if row == nil {
		return sp.number(v, 3)
	}
	decimals := 3
	if d := plan.DecimalsOf(row); d != nil {
		decimals = int(*d) + 1
	}
	return strings.TrimSpace(sp.number(v, decimals) + " " + plan.UnitWritten(row.Text("unit")))
}

// percent of a share with two digits that count.
func (sp *speaker) percent(share float64) string {
	decimals := 0
	for p := 100 * share; p > 0 && p < 10 && decimals < 3; p *= 10 {
		decimals++
	}
	return sp.number(100*share, decimals) + " %"
}

func (sp *speaker) number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "?"
	}
	return strings.Replace(strconv.FormatFloat(v, 'f', decimals, 64), ".", sp.point, 1)
}

// ratio of spreads, with two decimals where one would say that they are alike.
func (sp *speaker) ratio(v float64) string {
	if math.Abs(v-1) < 0.15 {
		return sp.number(v, 2)
	}
	return sp.number(v, 1)
}

// duration in seconds, minutes, hours and minutes, or days and hours.
func (w wording) duration(d time.Duration) string {
	minutes := int(max(0, d).Minutes())
	switch {
	case minutes == 0:
		return fmt.Sprintf("%d s", int(max(0, d).Seconds()))
	case minutes < 90:
		return fmt.Sprintf("%d min", minutes)
	case minutes < 48*60:
		return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
	}
	return fmt.Sprintf("%d %s %d h", minutes/1440, w.days, minutes%1440/60)
}

// action is what people do about it: the plan's reaction.
func (sp *speaker) action(of signal) string {
	if of.Labels["rule"] == vocabulary.SignalRuleGauge {
		return sp.gaugeAction
	}
	switch of.Labels["kind"] {
	case vocabulary.SignalNoReading:
		return sp.readingAction
	case vocabulary.SignalHoldUnanswered:
		return sp.unheardAction
	case vocabulary.SignalKeeper:
		return sp.keeperAction
	case vocabulary.SignalUnheeded:
		return sp.unheededAction
	case vocabulary.SignalDecisionsDiffer:
		return sp.differAction
	case vocabulary.SignalUnanswered:
		return sp.unansweredAction
	}
	if row := sp.row(of.Labels); row != nil {
		return textIn(sp.language, row.Text("reaction_text"))
	}
	return ""
}
