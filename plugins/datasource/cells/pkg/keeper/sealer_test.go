package keeper_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const tenth = seals.Day("2026-03-10")

// seals has a sealer look until nothing is left, and gives the days that it sealed.
func (p *plant) seals(s *keeper.Sealer) (out []seals.Day) {
	p.t.Helper()
	for range 20 {
		sealed, is, err := s.Look(context.Background())
		if err != nil {
			p.t.Fatal(err)
		}
		if !is {
			return out
		}
		out = append(out, sealed.Day)
	}
	p.t.Fatalf("it seals for ever: %v", out)
	return nil
}

func (p *plant) sealer() *keeper.Sealer { return &keeper.Sealer{Source: p.from, Ledger: p.ledger()} }

// sealed are the stored seals, and what their lists hold, by day.
func (p *plant) sealed() (all []seals.Seal, lists map[seals.Day][]string) {
	p.t.Helper()
	run := &source.Run{Source: p.from}
	stored, err := run.EventsStored(context.Background(), source.WholeRecord(p.now), 0, []string{"seal"})
	if err != nil {
		p.t.Fatal(err)
	}
	lists = map[seals.Day][]string{}
	results, err := run.Read(context.Background(), p.from.Databases.Record, source.Statement{
		From: "sealed", Columns: []source.Column{source.Field("event_id", table.Text)}, Range: source.Span{From: 0, To: p.now.UnixNano()},
	})
	if err != nil {
		p.t.Fatal(err)
	}
	for _, series := range results[0].Series {
		for row := range series.Rows.Len() {
			ns, _ := series.Rows.Column("time").Int(row)
			day := seals.DayOf(time.Unix(0, ns))
			lists[day] = append(lists[day], table.TextOr(series.Rows.Column("event_id"), row, ""))
		}
	}
	for _, list := range lists {
		slices.Sort(list)
	}
	return seals.Of(stored), lists
}

// stores an event as ingest would: it happened and was stored at other times.
func (p *plant) stores(id string, happened, received time.Time) {
	p.t.Helper()
	p.write(p.from.Databases.Record, fmt.Sprintf(`event,site=de1,kind=note,bucket=7 event_id="%s",text="x",received_ms=%di %d`, id, received.UnixMilli(), happened.UnixNano()))
}

func TestEachDayIsSealedOnceItIsOverAndAfterTheDayBefore(t *testing.T) {
	p := newPlant(t)
	s := p.sealer()
	p.stores("now", p.now, p.now)
	p.stores("told-long-after", p.now.AddDate(-3, 0, 0), p.now)
	p.stores("ahead", p.now.AddDate(0, 2, 0), p.now)
	if got := p.seals(s); len(got) > 0 {
		t.Fatalf("of a plant that begins today it seals %v", got)
	}
	p.now = time.Date(2026, 3, 11, 0, 14, 0, 0, time.UTC)
	if got := p.seals(s); len(got) > 0 {
		t.Fatalf("a quarter of an hour after midnight at the earliest, it seals %v", got)
	}
	p.passes(time.Minute)
	if got := p.seals(s); !slices.Equal(got, []seals.Day{tenth}) {
		t.Fatalf("it seals %v", got)
	}
	p.passes(2 * 24 * time.Hour)
	if got := p.seals(p.sealer()); !slices.Equal(got, []seals.Day{"2026-03-11", "2026-03-12"}) {
		t.Fatalf("one that begins two days later seals %v", got)
	}
	all, lists := p.sealed()
	if got := lists[tenth]; !slices.Equal(got, []string{"ahead", "now", "told-long-after"}) {
		t.Errorf("the tenth has %v", got)
	}
	if got := lists["2026-03-11"]; !slices.Equal(got, []string{"seal-2026-03-10"}) {
		t.Errorf("the eleventh has %v", got)
	}
	if len(all) != 3 || !strings.Contains(all[1].Text, `"before":"`+all[0].Digest()) || !strings.Contains(all[2].Text, `"before":"`+all[1].Digest()) {
		t.Errorf("the seals are %v", all)
	}
}

func TestTwoKeepersSealADayOnce(t *testing.T) {
	p := newPlant(t)
	p.stores("one", p.now, p.now)
	p.passes(24 * time.Hour)
	a, b := p.sealer(), p.sealer()
	if got := append(p.seals(a), p.seals(b)...); len(got) != 1 {
		t.Errorf("they seal %v", got)
	}
	if all, _ := p.sealed(); len(all) != 1 {
		t.Errorf("there are %v", all)
	}
}

func TestWhatIsStoredUnderASealedDayIsSealedAsLateWithTheNext(t *testing.T) {
	p := newPlant(t)
	p.stores("one", p.now, p.now)
	p.passes(24 * time.Hour)
	p.seals(p.sealer())
	p.stores("of-a-clock-set-back", noon, noon.Add(time.Second))
	p.passes(24 * time.Hour)
	p.seals(p.sealer())
	p.passes(24 * time.Hour)
	p.seals(p.sealer())
	all, lists := p.sealed()
	if got := lists["2026-03-11"]; !slices.Equal(got, []string{"of-a-clock-set-back", "seal-2026-03-10"}) || !strings.Contains(all[1].Text, `"count":2,"day":"2026-03-11","late":1`) {
		t.Errorf("the next day has %v, its seal is %v", got, all[1])
	}
	if got := lists["2026-03-12"]; !slices.Equal(got, []string{"seal-2026-03-11"}) {
		t.Errorf("the day after has %v", got)
	}
}

func TestASealIsStoredOnceTheBrokerHasItWhereThereIsOne(t *testing.T) {
	p := newPlant(t)
	p.stores("one", p.now, p.now)
	p.passes(24 * time.Hour)
	told, away := map[string]string{}, true
	s := p.sealer()
	s.Retain = func(_ context.Context, topic string, payload []byte) error {
		if away {
			return errors.New("nobody is there")
		}
		told[topic] = string(payload)
		return nil
	}
	if _, _, err := s.Look(context.Background()); err == nil {
		t.Error("a broker that is away is no error")
	}
	if all, _ := p.sealed(); len(all) > 0 {
		t.Errorf("there are %v", all)
	}
	away = false
	p.seals(s)
	all, _ := p.sealed()
	if len(all) != 1 || len(told) != 1 || told["umh/v1/acme/de1/_seal/2026-03-10"] != all[0].Text {
		t.Errorf("the broker has %v, the database %v", told, all)
	}
}

func TestANoteThatBearsTheIDOfASealToComeKeepsNoDayUnsealed(t *testing.T) {
	p := newPlant(t)
	p.write(p.from.Databases.Record, fmt.Sprintf(`event,site=de1,kind=note,bucket=%s event_id="seal-%s",target_id="%s",source="machine",received_ms=%di %d`,
		record.BucketOf(string(tenth), 4096), tenth, tenth, p.now.UnixMilli(), p.now.UnixNano()))
	p.passes(24 * time.Hour)
	if got := p.seals(p.sealer()); !slices.Equal(got, []seals.Day{tenth}) {
		t.Errorf("it seals %v", got)
	}
	if all, _ := p.sealed(); len(all) != 1 {
		t.Errorf("there are %v", all)
	}
}
