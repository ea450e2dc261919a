package signals

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// proofWording is what the sentences of proofs are made of in a language.
type proofWording struct {
	// verified and notEffective take how long it was watched, untold why it cannot be told.
	verified, notEffective, untold string
	// spread takes the characteristic, a ratio and its bounds; level a distance and its bounds. Each of after is followed by before.
	spread, level, before string
	// counted takes the characteristic, how many of how many, and the bounds of the share; countedBefore the latter alone.
	counted, countedBefore, bad, notOK, usually string
	// sister, sisters, limits are what it is held against, of a spread and of a level.
	sister, sisters, limits [2]string
	interval                string
	// why it cannot be told, with {cells} of {wanted} {items} in {time}.
	why map[string]string
}

var proofWordings = map[string]proofWording{
	"en": {
		verified: "Straight for %s since it was done: %s", notEffective: "Not effective, %s after it was done: %s", untold: "Whether it worked cannot be told: %s",
		spread: "spread of %s %s × %s%s", level: "%s %s off %s%s", before: ", before %s%s",
		counted: "%s %d of %d %s%s", countedBefore: ", before %d of %d%s", bad: "out of spec", notOK: "not OK", usually: ", usually %s",
		sister: [2]string{"its sister", "its sister"}, sisters: [2]string{"its %d sisters", "its %d sisters"}, limits: [2]string{"its control limits", "its control limits"}, interval: " (%s to %s)",
		why: map[string]string{
			proof.FewBefore: "too few {items} were measured before it was done", proof.FewAfter: "{cells} of {wanted} {items} came within {time}",
			proof.Changed: "{cells} of {wanted} {items} came before something else was done there", proof.TooSmall: "what was wrong is too little to tell it apart from what is usual by {cells} {items}",
			proof.Nothing: "there is nothing to hold it against",
		},
	},
	"de": {
		verified: "Ruhig seit %s, seit es getan wurde: %s", notEffective: "Ohne Wirkung, %s nachdem es getan wurde: %s", untold: "Ob es gewirkt hat, ist nicht zu beurteilen: %s",
		spread: "Streuung von %s %s × %s%s", level: "%s %s neben %s%s", before: ", davor %s%s",
		counted: "%s %d von %d %s%s", countedBefore: ", davor %d von %d%s", bad: "außerhalb der Spezifikation", notOK: "nicht in Ordnung", usually: ", üblich %s",
		sister: [2]string{"die der Schwester", "der Schwester"}, sisters: [2]string{"die der %d Schwestern", "den %d Schwestern"}, limits: [2]string{"die der Eingriffsgrenzen", "der Mitte der Eingriffsgrenzen"}, interval: " (%s bis %s)",
		why: map[string]string{
			proof.FewBefore: "vorher wurden zu wenige {items} gemessen", proof.FewAfter: "{cells} von {wanted} {items} kamen in {time}",
			proof.Changed: "{cells} von {wanted} {items} kamen, bevor dort etwas anderes getan wurde", proof.TooSmall: "was vorlag, ist zu wenig, um es an {cells} {items} vom Üblichen zu unterscheiden",
			proof.Nothing: "es gibt nichts, woran es zu messen ist",
		},
	},
}

// watchedFor is for how long something was watched after it was done, and how many cells were seen, of so many that were wanted.
type watchedFor struct {
	time.Duration
	cells, wanted int
}

// proof says what became of something that departed.
func (d departed) proof(of monitor.Told, f proof.Finding, w watchedFor) string {
	say, known := proofWordings[d.language]
	if !known {
		say = proofWordings[defaultLanguage]
	}
	l := map[string]string{"station": of.Key.Station, "product": of.Key.Product, "characteristic": of.Key.Characteristic}
	one, several := d.items(l)
	if f.Why != "" {
		fill := strings.NewReplacer("{cells}", strconv.Itoa(w.cells), "{wanted}", strconv.Itoa(w.wanted), "{items}", several, "{time}", d.duration(w.Duration))
		return fmt.Sprintf(say.untold, fill.Replace(say.why[f.Why]))
	}
	text := d.numbers(say, l, of, f) + "; " + fmt.Sprintf("%d %s", f.After.N, ifSaid(f.After.N == 1, one, several))
	if f.Verdict == vocabulary.ProofVerified {
		return fmt.Sprintf(say.verified, d.duration(w.Duration), text)
	}
	return fmt.Sprintf(say.notEffective, d.duration(w.Duration), text)
}

// response says what people did about a signal, and what became of it; nothing of what nobody did anything about.
func (sp *speaker) response(of standing) string {
	ago := func(ms int64) string { return sp.duration(sp.now.Sub(time.UnixMilli(ms))) }
	switch of.Word {
	case vocabulary.StandingAcknowledged:
		return fmt.Sprintf(sp.acknowledgedAgo, ago(of.By.AtMs))
	case vocabulary.StandingActed:
		come := ""
		if of.Wanted > 0 {
			_, several := sp.items(map[string]string{"station": of.Done.Station})
			come = fmt.Sprintf(sp.beingProved, of.Cells, of.Wanted, several, of.Wanted-of.Cells)
		}
		return fmt.Sprintf(sp.doneAgo, cmp.Or(sp.doing(of.Done), of.Done.Text, sp.somethingDone), ago(of.Done.AtMs), come)
	case "", vocabulary.StandingOpen:
		return ""
	}
	return of.By.Text
}

// doing is what was done as the plan's list of the station says it; "" where it was not chosen from that.
func (sp *speaker) doing(e record.Event) string {
	row := sp.plan.StationRow(e.Station, sp.ns)
	if row == nil || e.Reference == "" {
		return ""
	}
	var choices []struct {
		ID   string          `json:"id"`
		Text json.RawMessage `json:"text"`
	}
	_ = json.Unmarshal([]byte(row.Text("actions")), &choices)
	for _, c := range choices {
		if c.ID == e.Reference {
			return textIn(sp.language, string(c.Text))
		}
	}
	return ""
}

func ifSaid(is bool, so, not string) string {
	if is {
		return so
	}
	return not
}

func (d departed) numbers(say proofWording, l map[string]string, of monitor.Told, f proof.Finding) string {
	which := 0
	if f.What == monitor.Level {
		which = 1
	}
	against := say.limits[which]
	switch {
	case f.Sisters == 1:
		against = say.sister[which]
	case f.Sisters > 1:
		against = fmt.Sprintf(say.sisters[which], f.Sisters)
	}
	switch f.What {
	case monitor.Share:
		bad := say.bad
		if of.Key.Characteristic == "" {
			bad = say.notOK
		}
		between := func(e proof.Estimate) string { return fmt.Sprintf(say.interval, d.percent(e.Low), d.percent(e.High)) }
		text := fmt.Sprintf(say.counted, d.nameOf(l), f.After.Bad, f.After.N, bad, between(f.After)) + fmt.Sprintf(say.countedBefore, f.Before.Bad, f.Before.N, between(f.Before))
		if !math.IsNaN(f.Against) {
			text += fmt.Sprintf(say.usually, d.percent(f.Against))
		}
		return text
	case monitor.Spread:
		number := func(v float64) string { return d.number(v, 1) }
		return fmt.Sprintf(say.spread, d.nameOf(l), number(f.After.Value), against, d.between(say, number, f.After)) +
			fmt.Sprintf(say.before, number(f.Before.Value)+" ×", d.between(say, number, f.Before))
	}
	amount := func(v float64) string { return d.amount(l, v) }
	if of.Scale.Logarithms {
		amount = func(v float64) string { return d.number(math.Exp(v), 2) + " ×" }
	}
	return fmt.Sprintf(say.level, d.nameOf(l), amount(f.After.Value), against, d.between(say, amount, f.After)) +
		fmt.Sprintf(say.before, amount(f.Before.Value), d.between(say, amount, f.Before))
}

func (d departed) between(say proofWording, number func(float64) string, e proof.Estimate) string {
	return fmt.Sprintf(say.interval, number(e.Low), number(e.High))
}
