package record

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Visit is what was measured of an item at a station. Empty texts and times of zero are not stated.
type Visit struct {
	Station, Item string
	// WorksOn is what the station works on, Resolution that of its times (ms or s), as the plan says.
	WorksOn, Resolution            string
	Site, Line, Equipment, Product string
	Number                         int64 // 1 … 9999
	Verdict, RunType               string
	Position, Slot, Carrier, Lane  string
	Operator                       string
	FromM, ToM                     *float64 // metres of a roll
	SourceMs, StartedMs            int64
	ReceivedMs                     int64
	// Values are float64, or texts of characteristics that are texts.
	Values map[string]any
	// Lots are those of the materials taken.
	Lots map[string]string
	// Note becomes an event as well.
	Note string
}

// withItemID are the stations' items that have no cell_id.
var withItemID = []string{vocabulary.ItemBatch, vocabulary.ItemRoll, vocabulary.ItemModule, vocabulary.ItemPack}

// IDField is the field that holds the item of a station.
func IDField(worksOn string) string {
	if slices.Contains(withItemID, worksOn) {
		return "item_id"
	}
	return "cell_id"
}

// secondsOnly is the resolution of stations that tell whole seconds.
const secondsOnly = "s"

// NS is the exact time of its row: that of the source, plus what makes it its own and the same whenever the same visit comes again.
func (v Visit) NS() int64 {
	rest := int64(hash(v.identity()) % 1e6)
	if v.Resolution == secondsOnly {
		return v.SourceMs/1000*1e9 + int64(v.place())*1e6 + rest
	}
	return v.SourceMs*1e6 + rest
}

func (v Visit) identity() string {
	verdict := v.Verdict
	if verdict == "" {
		verdict = "None"
	}
	parts := []string{v.Item, v.Station, strconv.FormatInt(v.Number, 10), verdict}
	for _, material := range slices.Sorted(maps.Keys(v.Lots)) {
		parts = append(parts, "lot_"+material+"="+v.Lots[material])
	}
	for _, name := range slices.Sorted(maps.Keys(v.Values)) {
		parts = append(parts, name+"="+spelt(v.Values[name]))
	}
	return strings.Join(parts, "/")
}

// spelt is a value as ingest spells it: a number always shows that it is a float.
func spelt(value any) string {
	number, is := value.(float64)
	if !is {
		return fmt.Sprint(value)
	}
	text := strconv.FormatFloat(number, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

// columnsOfTray is in how many columns a slot such as B7 counts.
const columnsOfTray = 38

// place is where in its tray an item lies, 0 … 999: the slot, else the position, by its digits or else by its hash; without both a
// second hash of the item.
func (v Visit) place() uint32 {
	text := v.Slot
	if text == "" {
		text = v.Position
	}
	if text == "" {
		return hash("2/"+v.Item) % 1000
	}
	if rest := text[1:]; v.Slot != "" && isLetter(text[0]) && rest != "" && digitsOf(rest) == rest {
		row := uint32(text[0]|0x20) - 'a' //nolint:mnd // a letter in small
		return (row*columnsOfTray + lastThree(rest)) % 1000
	}
	if digits := digitsOf(text); digits != "" {
		return lastThree(digits)
	}
	return hash(text) % 1000
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

func lastThree(digits string) uint32 {
	n, _ := strconv.ParseUint(digits[max(0, len(digits)-3):], 10, 32)
	return uint32(n)
}

// VisitRows are the row of a visit and the arrival that tells of it, of the database visits, and the pointer to it, of the database
// index; to be stored in this order: row, pointer, arrival. The database stamps the arrival.
func VisitRows(v Visit, buckets uint32) (row, pointer, arrival Row) {
	at := v.NS()
	tags := map[string]string{"site": v.Site, "line": v.Line, "equipment": v.Equipment, "product": v.Product}
	row = Row{Measurement: v.Station, Tags: tags, Fields: v.fields(), NS: at}
	key := strings.Join([]string{v.Station, v.Site, v.Line, v.Equipment, v.Product}, "|")
	minute := v.SourceMs / time.Minute.Milliseconds()
	arrival = Row{
		Measurement: vocabulary.MeasurementArrival, Fields: map[string]any{"minute": minute},
		Tags: map[string]string{"site": v.Site, "station": v.Station, "slot": strconv.FormatInt(minute%arrivalSlots, 10)},
	}
	return row, pointerTo(v.Item, key, at, buckets), arrival
}

// arrivalSlots bound the series of arrivals of a station.
const arrivalSlots = 4096

func (v Visit) fields() map[string]any {
	fields := map[string]any{IDField(v.WorksOn): v.Item, "visit": v.Number, "source_ms": v.SourceMs, "received_ms": v.ReceivedMs, "run_type": v.RunType}
	for name, text := range map[string]string{
		"verdict": v.Verdict, "position": v.Position, "slot": v.Slot, "carrier": v.Carrier, "lane": v.Lane, "operator": v.Operator,
	} {
		if text != "" {
			fields[name] = text
		}
	}
	if v.RunType == "" {
		fields["run_type"] = vocabulary.RunTypeProduction
	}
	if v.StartedMs != 0 {
		fields["started_ms"] = v.StartedMs
	}
	for name, metres := range map[string]*float64{"from_m": v.FromM, "to_m": v.ToM} {
		if metres != nil {
			fields[name] = *metres
		}
	}
	for material, lot := range v.Lots {
		fields["lot_"+material] = lot
	}
	maps.Copy(fields, v.Values)
	return fields
}

// NoteOf is the event that the note of a visit becomes, said by an author; false of a visit without one.
func (v Visit) NoteOf(author string) (Event, bool) {
	target := v.WorksOn
	if target == vocabulary.ItemTray {
		target = vocabulary.ItemCell
	}
	names := strings.Join([]string{v.Item, v.Station, strconv.FormatInt(v.Number, 10), strconv.FormatInt(v.SourceMs, 10), v.Note}, "/")
	return Event{
		ID: "exception-" + Digest(names), Kind: vocabulary.EventException, Site: v.Site, AtMs: v.SourceMs, FromMs: v.SourceMs,
		ItemID: v.Item, TargetType: target, TargetID: v.Item, Station: v.Station, Equipment: v.Equipment, Position: v.Position,
		Text: v.Note, Author: author, Source: vocabulary.SourcePerson, ReceivedMs: v.ReceivedMs,
	}, v.Note != ""
}

// KeepVisit is the visit with what may be stored of people: who measured is no login, so that it stays only where names are clear.
func (p People) KeepVisit(v Visit) Visit {
	switch {
	case p.Mode == plan.PersonalDataClear || v.Operator == "" || slices.Contains(vocabulary.EventSources, v.Operator):
	case p.Mode == plan.PersonalDataOff:
		v.Operator = ""
	default:
		v.Operator = unlisted
	}
	return v
}
