package keeper_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

// hasLines gives the site two lines with a filler each.
func (p *plant) hasLines() {
	p.t.Helper()
	machine := func(id, line string) string {
		return fmt.Sprintf(`{\"id\":\"%s\",\"station\":\"filling\",\"area\":\"assembly\",\"line\":\"%s\",\"positions\":[]}`, id, line)
	}
	begin := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() + 1
	p.write(p.from.Databases.Record, fmt.Sprintf(`setting,name=equipment:de1 value="[%s,%s]",revision=1i,recorded_ms=1767225600000i,active=true %d`, machine("filler-02", "line-1"), machine("filler-12", "line-2"), begin))
}

// lines are the lines that were told, in order.
func (l *line) lines() (out []string) {
	for _, of := range l.told {
		out = append(out, strings.Split(of.Topic, "/")[5])
	}
	slices.Sort(out)
	return out
}

func (p *plant) answers(id, by string, told said) {
	p.t.Helper()
	p.decides("command-ack", id, told.Target, func(e *record.Event) {
		e.TargetType, e.Equipment, e.Reference, e.Source, e.Author = "lot", by, told.ID, "line", "line"
	})
}

func TestEachLineThatIsToldOfALotAcknowledgesForItself(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.hasLines()
	c := p.commander(l)
	p.holds("mes-1", "lot", "EL-1", func(e *record.Event) { e.Source, e.Author = "mes", "mes" })
	p.tells(c)
	if got := l.lines(); !slices.Equal(got, []string{"line-1", "line-2"}) {
		t.Fatalf("told are %v", got)
	}
	p.answers("ack-1", "filler-02", l.told[0])
	first := l.told[0]
	l.told = nil
	p.passes(11 * time.Second)
	p.tells(c)
	if got := l.lines(); !slices.Equal(got, []string{"line-2"}) {
		t.Fatalf("once line-1 acknowledged, told again are %v", got)
	}
	p.answers("ack-2", "line-2", first)
	l.told = nil
	p.passes(time.Minute)
	p.tells(c)
	if got := l.lines(); len(got) > 0 {
		t.Errorf("once both acknowledged, told are %v", got)
	}
}

func TestWhoIsOfNoLineAcknowledgesForAll(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.hasLines()
	c := p.commander(l)
	p.holds("mes-1", "lot", "EL-1", func(e *record.Event) { e.Source, e.Author = "mes", "mes" })
	p.tells(c)
	p.answers("ack-1", "gateway", l.told[0])
	l.told = nil
	p.passes(time.Minute)
	p.tells(c)
	if got := l.lines(); len(got) > 0 {
		t.Errorf("told are %v", got)
	}
}

func TestWhereTwoLinesHaveTheStationAndNobodySaysAtWhichMachineBothAreTold(t *testing.T) {
	p, l := newPlant(t), &line{}
	p.hasLines()
	c := p.commander(l)
	p.holds("mes-1", "cell", "C-1", func(e *record.Event) { e.Source, e.Author, e.Equipment, e.Station = "mes", "mes", "", "filling" })
	p.tells(c)
	if got := l.lines(); !slices.Equal(got, []string{"line-1", "line-2"}) {
		t.Errorf("told are %v", got)
	}
}
