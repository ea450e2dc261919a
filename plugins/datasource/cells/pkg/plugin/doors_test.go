package plugin

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/lookup"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
)

// In testdata/doors everything of the other site bears the word zulu, and every person of the own site is called quentin.
const (
	otherSite = "zulu"
	somebody  = "quentin"
	restrict  = `,"sites":["de1"],"personalData":"off"`
)

// doorsPlant opens a datasource on testdata/doors.
func doorsPlant(t *testing.T, jsonData string) *Datasource {
	t.Helper()
	prefix := strings.ReplaceAll(t.Name(), "/", "_") + "_"
	for _, database := range []string{"visits", "index", "record", "curve", "rejected"} {
		if err := server.Create(prefix + database); err != nil {
			t.Fatal(err)
		}
		lines, err := os.ReadFile("testdata/doors/" + database + ".lp")
		if err == nil {
			err = server.Write(prefix+database, string(lines))
		}
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	for _, p := range []struct {
		item, key string
		at        int64
	}{
		{"OWN1", "filling|de1|line-1|filler-01|lfp-202", 1773136800000000011}, {"OWN1", "filling|de1|line-1|filler-01|lfp-202", 1773136800000000012},
		{"OWN1", "eol|de1|line-1|eol-01|lfp-202", 1773138600000000016}, {"OWN1", "genealogy|de1|||", 1773136800000000021},
		{"OWN1", "genealogy|zulu|||", 1773136800000000023}, {"OWN1", "event|de1|||", 1773136860000000001}, {"OWN1", "event|de1|||", 1773136861000000001},
		{"OWN1", "event|zulu|||", 1773136863000000001}, {"ZULU1", "event|zulu|||", 1773136862000000001},
		{"ZULU1", "filling|zulu|zulu-line|zulu-filler|zulu-product", 1773136802000000013}, {"ZULU1", "zulu_winding|zulu|zulu-line|zulu-winder|zulu-product", 1773133200000000015},
		{"ZULU-EL", "genealogy|zulu|||", 1773136800000000022}, {"EL-1", "genealogy|de1|||", 1773136800000000021},
	} {
		pointTo(t, prefix, p.item, p.key, p.at)
	}
	d := open(t, server.URL, fmt.Sprintf(`{"databasePrefix":%q%s}`, prefix, jsonData))
	d.source.Now = func() time.Time { return noon }
	return d
}

// allDoors are all ways by which something leaves a datasource, as a Viewer opens them: method and URL of a resource call, or a
// query.
func allDoors() []string {
	all := []string{
		`{"queryType":"visits","station":"filling","visits":"all","runTypes":["all"],"strata":["equipment","position"],"include":["limits","signals"]}`,
		`{"queryType":"visits","station":"filling","characteristics":["fill_mass"],"filters":[{"key":"cell_id","operator":"=~","value":".*"}]}`,
		`{"queryType":"visits","station":"filling","filters":[{"key":"site","operator":"=","value":"zulu"}]}`,
		`{"queryType":"visits","station":"filling","characteristics":["zulu_extra"],"include":["limits"]}`,
		`{"queryType":"visits","station":"zulu_winding","include":["limits","signals"]}`,
		`{"queryType":"visits","station":"filling","strata":["operator"],"include":["limits"]}`,
		`{"queryType":"visits","station":"filling","filters":[{"key":"operator","operator":"=~","value":"q.*"}]}`,
		`{"queryType":"visits","station":"filling","filters":[{"key":"reason","operator":"=~","value":"q.*"}]}`,
		`{"queryType":"cells","anchor":"filling","columns":[{"station":"filling","field":"operator"},{"station":"filling","field":"reason"},{"station":"filling","field":"lot_electrolyte"},{"station":"filling","environment":"dew_point"},{"station":"filling","state":"program"},{"station":"eol","field":"operator"}]}`,
		`{"queryType":"cells","anchor":"eol","visits":"all","columns":[{"station":"eol","field":"verdict"},{"station":"filling","field":"cell_id"},{"station":"zulu_winding","field":"zulu_width"}]}`,
		`{"queryType":"cells","anchor":"zulu_winding","columns":[{"station":"zulu_winding","field":"zulu_width"},{"station":"filling","field":"fill_mass"}]}`,
		`{"queryType":"cells","anchor":"eol","columns":[{"station":"eol","field":"verdict"}],"filters":[{"key":"operator","operator":"=","value":"q","station":"filling"}]}`,
		`{"queryType":"traveler","cellId":"OWN1"}`, `{"queryType":"traveler","cellId":"ZULU1"}`, `{"queryType":"traveler","cellId":"ZULU-EL"}`,
		`{"queryType":"traveler","cellId":"EL-1"}`, `{"queryType":"traveler","cellId":"ZULU1","parts":["events"]}`,
		`{"queryType":"events"}`, `{"queryType":"events","targets":["ZULU1"]}`, `{"queryType":"events","stations":["filling"],"kinds":["hold"]}`,
		`{"queryType":"events","filters":[{"key":"author","operator":"=~","value":"q.*"}]}`, `{"queryType":"events","filters":[{"key":"text","operator":"=~","value":".*dropped.*"}]}`,
		`{"queryType":"events","state":"open","include":["whereabouts"]}`,
		`{"queryType":"health"}`, `{"queryType":"health","filters":[{"key":"site","operator":"=","value":"zulu"}]}`,
		`{"queryType":"audit"}`, `{"queryType":"audit","part":"events"}`, `{"queryType":"audit","part":"events","filters":[{"key":"author","operator":"=~","value":"q.*"}]}`,
		"GET audit?format=json&from=1773000000000&to=1773144000000", "GET audit?format=csv&from=1773000000000&to=1773144000000",
		`{"queryType":"yield"}`, `{"queryType":"yield","by":["site","line","equipment","position","product","shift","recipe","lot_electrolyte"]}`,
		`{"queryType":"yield","failures":true,"by":["equipment"]}`, `{"queryType":"yield","bucket":"day","values":["first_pass"]}`, `{"queryType":"yield","stations":["zulu_winding"]}`,
		"GET cell-status/OWN1", "GET cell-status/OWN1?station=eol", "GET cell-status/ZULU1", "GET cell-status/ZULU1?station=filling", "GET cell-status/OWN1?station=zulu_winding",
		"GET requests", "GET requests/event-1?target=zulu-filler", "GET measurements", "GET measurements?item_id=OWN1", "GET measurements?item_id=ZULU1", "GET control-limits", "GET plan-revisions", "GET vocabulary", "GET cells?prefix=OWN1", "GET cells?prefix=ZULU1", "GET cells?prefix=ZU", "GET cells?prefix=O",
	}
	for _, kind := range signals.SignalKinds() {
		for _, state := range []string{"fresh", "open", "unanswered"} {
			all = append(all, fmt.Sprintf(`{"queryType":"signals","kinds":[%q],"state":%q,"include":["reaction"]}`, kind, state))
		}
	}
	for _, list := range lookup.Lookups() {
		for _, scope := range []string{"", "?station=filling", "?station=zulu_winding", "?station=filling&site=zulu", "?station=filling&equipment=zulu-filler", "?station=filling&line=zulu-line", "?site=zulu"} {
			all = append(all, "GET "+list.Name+scope)
		}
	}
	for _, key := range []string{"site", "line", "equipment", "product", "cell_id", "operator", "reason", "position", "shift", "carrier", "recipe", "lot_electrolyte", "lot_zulu", "zulu_text", "verdict"} {
		all = append(all, "GET filter-values?station=filling&key="+key, "GET filter-values?station=zulu_winding&key="+key)
	}
	return all
}

// through opens a door and gives all that leaves by it as text.
func through(t *testing.T, d *Datasource, door string) string { return throughAs(t, d, door, nil) }

// throughAs is through for a user.
func throughAs(t *testing.T, d *Datasource, door string, user *backend.User) string {
	t.Helper()
	if method, url, isResource := strings.Cut(door, " "); isResource && !strings.HasPrefix(door, "{") {
		_, answer := callAs(t, d, user, method, url, "")
		return answer
	}
	response := askAs(t, d, door, user)
	for _, frame := range response.Frames {
		if frame.Meta != nil {
			frame.Meta.ExecutedQueryString = "" // repeats the question; what was answered stands in the frame
			slices.SortFunc(frame.Meta.Notices, func(a, b data.Notice) int { return strings.Compare(a.Text, b.Text) })
		}
	}
	answer, err := json.Marshal(response.Frames)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer) + fmt.Sprint(response.Error)
}

func TestNothingOfAnotherSiteAndNobodysNameLeavesByAnyDoor(t *testing.T) {
	slowtest.ManyQueries(t)
	opened, restricted := doorsPlant(t, `,"personalData":"clear"`), doorsPlant2(t)
	tellsSite, tellsName := 0, 0
	for _, door := range allDoors() {
		free, got := strings.ToLower(through(t, opened, door)), strings.ToLower(through(t, restricted, door))
		if strings.Contains(free, somebody) {
			tellsName++
		}
		if strings.Contains(got, somebody) {
			t.Errorf("%s names somebody:\n%s", door, got)
		}
		if strings.Contains(free, otherSite) {
			tellsSite++
		}
		// What is asked for by a name of the other site is answered like a name that never was.
		never := strings.ToLower(through(t, restricted, strings.NewReplacer(otherSite, "yurt", "ZULU", "YURT").Replace(door)))
		if want := strings.ReplaceAll(never, "yurt", otherSite); got != want {
			t.Errorf("%s tells what is there:\n%s\nwhere nothing is:\n%s", door, got, want)
		}
		if asks := strings.Contains(strings.ToLower(door), otherSite); !asks && strings.Contains(got, otherSite) {
			t.Errorf("%s shows another site:\n%s", door, got)
		}
	}
	if tellsSite < 40 || tellsName < 8 {
		t.Errorf("only %d doors tell of the other site and %d of people where all may be seen: the test looks away", tellsSite, tellsName)
	}
}

// doorsPlant2 opens a second, restricted datasource on databases of its own.
func doorsPlant2(t *testing.T) *Datasource {
	t.Helper()
	var d *Datasource
	t.Run("restricted", func(t *testing.T) { d = doorsPlant(t, restrict) })
	return d
}

func TestAHealthCheckTellsNothingOfAnotherSite(t *testing.T) {
	d := doorsPlant(t, restrict)
	result := health(t, d)
	if text := strings.ToLower(result.Message + string(result.JSONDetails)); strings.Contains(text, otherSite) || !strings.Contains(text, "2 stations, 1 characteristics") {
		t.Errorf("%s", text)
	}
	for i := range 8 {
		pointTo(t, d.settings.Databases.Index[:len(d.settings.Databases.Index)-len("index")], fmt.Sprintf("zulu-%d", i), "filling|zulu|||", 1773136800000000100+int64(i), 1024)
	}
	if result := health(t, d); strings.Contains(result.Message, otherSite) || !strings.Contains(result.Message, "another number of buckets") {
		t.Errorf("%s", result.Message)
	}
}
