package plugin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// decidedBy is a plant whose plan says whose decisions count.
func decidedBy(t *testing.T, who string) *Datasource {
	d := plant(t, writable)
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() + 1
	line := fmt.Sprintf(`setting,name=decisions_by value=%q,revision=1i,recorded_ms=%di,active=true %d`, who, noon.Add(-time.Hour).UnixMilli(), from)
	if err := server.Write(d.source.Databases.Record, line); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhereTheMESDecidesWhatPeopleDecideIsAProposalThatClosesNothing(t *testing.T) {
	d := decidedBy(t, "mes")
	_, answer := callAs(t, d, editor, http.MethodGet, "rights", "")
	var told rights
	decisions := []string{"release", "rework", "scrap", "use-as-is", "downgrade", "inspect"}
	if err := json.Unmarshal([]byte(answer), &told); err != nil || !slices.Equal(told.Proposes, decisions) {
		t.Errorf("rights are %s", answer)
	}
	for i, kind := range decisions {
		cell := fmt.Sprintf("C-%d", i)
		hold := placed(t, d, cell)
		event := about(kind, cell, object{"answers": []string{hold}})
		status, answer := post(t, d, editor, event)
		e := storedIn(t, answer)
		if status != http.StatusCreated || e.Kind != "proposal" || e.Disposition != kind || !slices.Equal(e.Answers, []string{hold}) ||
			!strings.Contains(answer, "The MES decides about items here (disposition_master: mes): the "+kind+" is stored as a proposal, and the MES is told. What is held stays held until the MES decides.") {
			t.Errorf("%s: %d %s", kind, status, answer)
		}
		if status, again := post(t, d, editor, event); status != http.StatusOK || storedIn(t, again).ID != e.ID {
			t.Errorf("%s again: %d %s", kind, status, again)
		}
		if events, err := d.ledger.About(t.Context(), cell); err != nil || len(events) != 2 {
			t.Errorf("about %s there are %v, %v", cell, events, err)
		}
		// It is open, so that the next proposal may name it.
		if status, answer := post(t, d, admin, about(kind, cell, object{"answers": []string{hold}, "key": "another/" + cell})); status != http.StatusCreated {
			t.Errorf("%s by another: %d %s", kind, status, answer)
		}
	}
	for _, kind := range []string{"hold", "note", "acknowledge", "void", "cause", "action"} {
		if status, answer := post(t, d, editor, about(kind, "D-1")); status != http.StatusCreated || storedIn(t, answer).Kind != kind {
			t.Errorf("%s: %d %s", kind, status, answer)
		}
	}
}

func TestWherePeopleDecideTheyDecideWhetherOrNotTheMESDoesAsWell(t *testing.T) {
	for _, who := range []string{"cellthread", "both"} {
		t.Run(who, func(t *testing.T) {
			d := decidedBy(t, who)
			hold := placed(t, d, "C-1")
			status, answer := post(t, d, editor, about("release", "C-1", object{"answers": []string{hold}}))
			if status != http.StatusCreated || storedIn(t, answer).Kind != "release" {
				t.Errorf("%d %s", status, answer)
			}
			status, answer = post(t, d, admin, about("scrap", "C-1", object{"answers": []string{hold}}))
			if status != http.StatusConflict || !strings.Contains(answer, "hold "+hold+" is closed already: release by editor at 2026-03-10T12:00:00Z") {
				t.Errorf("%d %s", status, answer)
			}
		})
	}
}
