package types_test

import (
	"fmt"
	"hash/fnv"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types"
)

// noon is the fixed clock of the tests.
var noon = time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)

// plant writes rows the way the telegraf processor does: deterministic times, every item row indexed.
type plant struct {
	t     testing.TB
	name  string
	lines map[string][]string
}

func newPlant(t testing.TB) *plant {
	return &plant{t: t, name: strings.NewReplacer("/", "_", " ", "_").Replace(t.Name()), lines: map[string][]string{}}
}

func hash(text string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text))
	return h.Sum32()
}

// at reads "03-09 08:00" or "03-09 08:00:05" of 2026, UTC.
func at(word string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if v, err := time.Parse(layout, "2026-"+word); err == nil {
			return v
		}
	}
	panic("no time: " + word)
}

// fields are written sorted; texts quoted, ints for names that are ints, everything else a float.
type fields map[string]any

func (f fields) line() string {
	var line []byte
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if len(line) > 0 {
			line = append(line, ',')
		}
		line = append(append(line, name...), '=')
		switch v := f[name].(type) {
		case string:
			line = strconv.AppendQuote(line, v)
		case int:
			line = append(strconv.AppendInt(line, int64(v), 10), 'i')
		case int64:
			line = append(strconv.AppendInt(line, v, 10), 'i')
		case float64:
			line = strconv.AppendFloat(line, v, 'g', -1, 64)
		default:
			line = fmt.Append(line, v)
		}
	}
	return string(line)
}

func (p *plant) row(database, series string, f fields, ns int64) {
	p.lines[database] = append(p.lines[database], series+" "+f.line()+" "+strconv.FormatInt(ns, 10))
}

func (p *plant) index(item, key string, ns int64) {
	p.row("index", "item_index,bucket="+strconv.Itoa(int(hash(item)%4096)), fields{"item_id": item, "key": key, "at": ns},
		ns+int64(hash(item+"/"+key)%1000))
}

// visit stores a pass of an item through a station of site de1. when is the end of the visit.
func (p *plant) visit(station, line, equipment, item, when string, f fields) {
	p.visitAt(station, line, equipment, item, at(when), f)
}

func (p *plant) visitAt(station, line, equipment, item string, when time.Time, f fields) {
	ms := when.UnixMilli()
	row := fields{"cell_id": item, "visit": 1, "verdict": "ok", "run_type": "production", "source_ms": ms, "received_ms": ms + 500, "started_ms": ms - 7000}
	if strings.HasPrefix(item, "ROLL") {
		delete(row, "cell_id")
		row["item_id"] = item
	}
	for name, v := range f {
		if v == nil {
			delete(row, name)
			continue
		}
		row[name] = v
	}
	ns := ms*1e6 + int64(hash(item+"/"+station+"/"+row.line())%1e6)
	p.row("visits", station+",site=de1,line="+line+",equipment="+equipment+",product=lfp-202", row, ns)
	p.index(item, station+"|de1|"+line+"|"+equipment+"|lfp-202", ns)
}

func (p *plant) edge(relation, child, childType, parent, parentType, when string, f fields) {
	ns := at(when).Unix()*1e9 + int64(hash(relation+"/"+child+"/"+parent)%1e9)
	row := fields{"child_id": child, "child_type": childType, "parent_id": parent, "parent_type": parentType}
	for name, v := range f {
		row[name] = v
	}
	p.row("record", "genealogy,site=de1,relation="+relation, row, ns)
	p.index(child, "genealogy|de1|||", ns)
	p.index(parent, "genealogy|de1|||", ns)
}

func (p *plant) event(kind, targetType, target, when string, f fields) {
	p.eventAt("de1", kind, targetType, target, when, f)
}

func (p *plant) eventAt(site, kind, targetType, target, when string, f fields) {
	row := fields{"event_id": kind + "-" + target + "-" + when, "target_type": targetType, "target_id": target, "author": "op-07", "source": "person"}
	if targetType != "equipment" && targetType != "event" {
		row["item_id"] = target
	}
	for name, v := range f {
		row[name] = v
	}
	ns := at(when).Unix()*1e9 + int64(hash(row["event_id"].(string))%1e9)
	p.row("record", fmt.Sprintf("event,site=%s,kind=%s,bucket=%d", site, kind, hash(target)%4096), row, ns)
	p.index(target, "event|"+site+"|||", ns)
}

func (p *plant) environment(zone, sensor, when string, f fields) {
	p.row("visits", fmt.Sprintf("environment,site=de1,zone=%s,sensor=%s", zone, sensor), f, at(when).UnixNano())
}

func (p *plant) state(line, equipment, when string, f fields) {
	p.row("visits", fmt.Sprintf("equipment_state,site=de1,line=%s,equipment=%s", line, equipment), f, at(when).UnixNano())
}

// planned stores a row of the plan in force since the start of the year.
func (p *plant) planned(series string, f fields) {
	p.plannedFrom(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), 1, series, f)
}

// plannedFrom stores a row that is in force from a moment, a whole second, on.
func (p *plant) plannedFrom(from time.Time, revision int64, series string, f fields) {
	f["revision"], f["recorded_ms"], f["active"] = revision, int64(1767225600000), true
	p.row("record", series, f, from.UnixNano()+revision)
}

func (p *plant) station(order int, id, item, zone, from string, maxHours float64) {
	f := fields{"order": order, "name": strings.ToUpper(id[:1]) + id[1:], "item": item, "zone": zone}
	if from != "" {
		f["from_station"], f["max_hours"] = from, maxHours
	}
	p.planned("station,station="+id, f)
}

func (p *plant) characteristic(order int, station, id, name, unit string, decimals int, f fields) {
	f["order"], f["name"], f["unit"], f["decimals"] = order, name, unit, decimals
	p.planned(fmt.Sprintf("characteristic,station=%s,characteristic=%s,product=*,stratum=*", station, id), f)
}

// store writes all lines into the databases.
func (p *plant) store() {
	p.t.Helper()
	for database, lines := range p.lines {
		for len(lines) > 0 {
			n := min(len(lines), 20_000)
			if err := server.Write(p.name+"_"+database, strings.Join(lines[:n], "\n")); err != nil {
				p.t.Fatal(err)
			}
			lines = lines[n:]
		}
	}
}

// env creates the databases, stores what was written and gives a datasource on it.
func (p *plant) env() *query.Engine { return query.NewEngine(p.source(), types.Types()) }

// source stores the plant and reads it.
func (p *plant) source() *source.Source {
	p.t.Helper()
	names := map[string]string{}
	for _, database := range []string{"visits", "index", "record", "curve", "rejected"} {
		name := p.name + "_" + database
		names[database] = name
		if err := server.Create(name); err != nil {
			p.t.Fatal(err)
		}
		// All of them together would need more open files than a process may have.
		p.t.Cleanup(func() { _ = server.Drop(name) })
	}
	p.store()
	from := &source.Source{
		Databases: source.Databases{Visits: names["visits"], Index: names["index"], Record: names["record"],
			Curve: names["curve"], Rejected: names["rejected"]},
		Budget: source.Budget{Rows: 1_000_000, Cells: 200_000, Bytes: 1 << 30, Time: time.Minute},
		Now:    func() time.Time { return noon },
	}
	from.Connect(server.URL, http.DefaultClient, source.Auth{}, false)
	return from
}
