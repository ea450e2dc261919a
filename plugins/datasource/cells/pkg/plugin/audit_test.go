package plugin

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

const auditOfTheDay = "audit?from=1773000000000&to=1773230400000&format="

func TestAnExportedAuditBearsTheHashOfEachRowAndTheRowItIsOf(t *testing.T) {
	d := plant(t, writable)
	placed(t, d, "0EPCB1LFP0202AGB50000017")
	answer := gateAnswer(t, d, askers["an Editor"].user, http.MethodGet, auditOfTheDay+"json")
	var got struct {
		Days, Events []struct {
			Kind, State, SHA256 string
			Row                 json.RawMessage
		}
	}
	if err := json.Unmarshal(answer.Body, &got); err != nil || answer.Status != http.StatusOK || len(got.Events) == 0 {
		t.Fatalf("%d %s: %v", answer.Status, answer.Body, err)
	}
	for _, e := range got.Events {
		var compact strings.Builder
		if err := compacted(&compact, e.Row); err != nil {
			t.Fatal(err)
		}
		if e.SHA256 != record.SHA256(compact.String()) || e.State != "not-sealed" {
			t.Errorf("%s: %s of %s is no hash of %s", e.Kind, e.SHA256, e.State, compact.String())
		}
	}
	if disposition := answer.Headers["Content-Disposition"]; len(disposition) != 1 || !strings.HasPrefix(disposition[0], "attachment; ") {
		t.Errorf("headers %v", answer.Headers)
	}
}

func TestAnExportedAuditIsASheetWithoutFormulas(t *testing.T) {
	d := plant(t, "")
	line := `event,site=de1,kind=note,bucket=7 event_id="n-1",text="=HYPERLINK(1)",received_ms=1773140000000i 1773140000000000001`
	if err := server.Write(strings.TrimSuffix(d.settings.Databases.Record, "record")+"record", line); err != nil {
		t.Fatal(err)
	}
	answer := gateAnswer(t, d, askers["an Editor"].user, http.MethodGet, auditOfTheDay+"csv&kind=note")
	lines := strings.Split(strings.TrimSpace(string(answer.Body)), "\n")
	if answer.Status != http.StatusOK || len(lines) < 2 || !strings.HasPrefix(lines[0], "time,stored,kind,") || !strings.HasSuffix(lines[0], ",state,sealed_on,sha256") {
		t.Fatalf("%d %s", answer.Status, answer.Body)
	}
	if !strings.Contains(string(answer.Body), ",'=HYPERLINK(1),") {
		t.Errorf("%s", answer.Body)
	}
}

func TestWhoMayNotSeeAuthorsGetsNoHashToTryNamesOn(t *testing.T) {
	d := plant(t, writable)
	placed(t, d, "0EPCB1LFP0202AGB50000017")
	answer := string(gateAnswer(t, d, askers["a Viewer"].user, http.MethodGet, auditOfTheDay+"json&kind=hold").Body)
	if !strings.Contains(answer, `"kind": "hold"`) || strings.Contains(answer, `"sha256"`) || strings.Contains(answer, `"row"`) {
		t.Errorf("a Viewer is told %s", answer)
	}
}

func TestAnAuditOfNoTimeOrFormatIsRefused(t *testing.T) {
	d := plant(t, "")
	for _, url := range []string{"audit", "audit?format=csv", auditOfTheDay + "pdf", "audit?from=2&to=1&format=csv"} {
		if answer := gateAnswer(t, d, nil, http.MethodGet, url); answer.Status != http.StatusBadRequest {
			t.Errorf("%s: %d %s", url, answer.Status, answer.Body)
		}
	}
}

// compacted takes the blanks of an export away from a row.
func compacted(out *strings.Builder, row json.RawMessage) error {
	var fields map[string]any
	if err := json.Unmarshal(row, &fields); err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(fields)
	text := strings.TrimSuffix(out.String(), "\n")
	out.Reset()
	out.WriteString(text)
	return err
}
