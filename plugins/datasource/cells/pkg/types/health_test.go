package types_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// fares gives "state sentence" of each place of a part, in the quarter of an hour before noon.
func (p *plant) fares(part string) map[string]string {
	p.t.Helper()
	run := &source.Run{MayDecide: true, Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
	frames, err := p.env().Execute(p.t.Context(), run, "", json.RawMessage(fmt.Sprintf(`{"queryType":"health","parts":[%q]}`, part)))
	if err != nil {
		p.t.Fatal(err)
	}
	out := map[string]string{}
	text := func(name string, row int) string {
		f, _ := frames[0].FieldByName(name)
		v, _ := f.ConcreteAt(row)
		return strings.TrimSpace(fmt.Sprint(v))
	}
	for row := range frames[0].Rows() {
		out[text("place", row)] = text("state", row) + ": " + text("sentence", row)
	}
	return out
}

func TestOfEachPartOfThePathIsToldHowItFares(t *testing.T) {
	for name, c := range map[string]struct {
		given func(p *plant)
		part  string
		want  map[string]string
	}{
		"Telegraf that loses nothing": {func(p *plant) {
			for i, written := range []int64{100, 150, 20} {
				p.row("rejected", "internal_write,alias=rows", fields{"metrics_written": written, "metrics_dropped": int64(3), "buffer_size": int64(7)}, noon.Add(time.Duration(i-3)*10*time.Second).UnixNano())
			}
		}, "telegraf-out", map[string]string{"rows": "well: 70 rows stored, 0 lost, 7 wait, 0 errors."}},
		"Telegraf that lost rows": {func(p *plant) {
			p.told(20*time.Second, 3, 4)
			p.told(10*time.Second, 5, 4)
		}, "telegraf-out", map[string]string{"rows": "wrong: 0 rows stored, 2 lost, 0 wait, 0 errors."}},
		"Telegraf that has stopped": {func(p *plant) { p.told(5*time.Minute, 0, 0) },
			"telegraf-out", map[string]string{"rows": "wrong: 0 rows stored, 0 lost, 0 wait, 0 errors."}},
		"a queue that has not changed for minutes": {func(p *plant) {
			p.row("rejected", "broker_queue,part=mosquitto", fields{"value": 3.0}, noon.Add(-5*time.Minute).UnixNano())
		}, "broker-queue", map[string]string{"mosquitto": "well: 3 messages wait."}},
		"a broker that saves nothing": {func(p *plant) {
			p.save(fields{"exists": int64(1), "size_bytes": int64(0), "modification_time": noon.UnixNano()}, 0)
		}, "broker-save", map[string]string{"mosquitto": "wrong: It saves nothing: what waits is lost when it ends."}},
		"a full disk": {func(p *plant) { p.disk("influxdb", 10*gb, 100*gb, 0) },
			"disk", map[string]string{"influxdb": "wrong: 10 % free, 10 GiB."}},
		"a keeper that does one task": {func(p *plant) {
			p.beat("keeper", "hold", 24*time.Hour, 40*time.Second, nil)
			p.beat("keeper", "command", 24*time.Hour, 7*time.Minute, fields{"error": "the broker is away"})
			p.beat("old", "hold", 24*time.Hour, 7*time.Hour, nil)
		}, "keeper", map[string]string{
			"hold":    "well: Looked 40 s ago; the oldest that it has not seen was stored 0.0 s ago.",
			"command": "wrong: Looked 7 min ago; the oldest that it has not seen was stored 0.0 s ago. the broker is away",
		}},
		"a file that could not be read": {func(p *plant) {
			p.row("rejected", "rejected,reason=cycler,site=unknown", fields{"topic": "cyclers/x", "detail": "x: empty"}, noon.Add(-time.Minute).UnixNano())
		}, "files", map[string]string{"": "wrong: 1 files could not be read; they lie in failed/."}},
		"a flood of rejected inputs": {func(p *plant) {
			p.row("rejected", "rejected,reason=not-json,site=de1", fields{"topic": "x", "messages": int64(4999)}, noon.Add(-time.Minute).UnixNano())
		}, "rejected", map[string]string{"not-json": "wrong: 5000 inputs could not be stored; they are kept with their reason."}},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlant(t)
			p.station(1, "filling", "cell", "dry-room", "", 24)
			c.given(p)
			got := p.fares(c.part)
			for place, want := range c.want {
				if got[place] != want && !(place == "" && got["<nil>"] == want) {
					t.Errorf("%s: %q, want %q", place, got, want)
				}
			}
			if len(got) != len(c.want) {
				t.Errorf("it tells %q", got)
			}
		})
	}
}
