package plugin

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

const changeable = writable + `,"limitEditors":["metrologist","sa-1-spc"]`

var admin2 = &backend.User{Login: "admin-2", Role: "Admin"}

// changers are all askers, and those whom the settings name for limits.
func changers() map[string]*backend.User {
	all := writersOf()
	all["a Viewer named for limits"] = &backend.User{Login: "metrologist", Role: "Viewer"}
	all["a service account named for limits"] = &backend.User{Login: "sa-1-spc", Role: "Viewer"}
	return all
}

// mayChange is what of changers may propose, and what may approve as well.
var mayChange = map[string]bool{
	"an Admin": true, "a Viewer named for limits": true, "a service account": false, "a service account named for limits": false,
}

// limits are control limits that lack nothing.
func limits(more ...object) object {
	said := object{
		"do": "propose", "site": "de1", "station": "filling", "characteristic": "fill_mass", "model": "normal", "text": "the first baseline", "key": "limits",
		"numbers": object{"centre": 800, "sigma_within": 2, "n": 120, "lots_spanned": 22, "shifts_spanned": 9},
	}
	for _, m := range more {
		maps.Copy(said, m)
	}
	return said
}

func say(t *testing.T, d *Datasource, user *backend.User, path string, said object) (int, string, changeAnswer) {
	t.Helper()
	body, err := json.Marshal(said)
	if err != nil {
		t.Fatal(err)
	}
	status, answer := sendTo(t, d, user, path, body, "Content-Type", "application/json")
	var got changeAnswer
	_ = json.Unmarshal([]byte(answer), &got)
	return status, answer, got
}

func proposalBy(t *testing.T, d *Datasource, user *backend.User, said object) string {
	t.Helper()
	status, answer, got := say(t, d, user, "control-limits", said)
	if status != http.StatusCreated || got.Proposal.State != "open" || got.Proposal.InForce {
		t.Fatalf("%d %s", status, answer)
	}
	return got.Proposal.ID
}

func approval(id string) object {
	return object{"do": "approve", "site": "de1", "proposal": id, "key": "approve/" + id}
}

func standingLimits(t *testing.T, d *Datasource) *plan.Row {
	t.Helper()
	p, err := d.source.FreshPlan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return p.Limits.At("filling", "fill_mass", plan.Scope{Product: "lfp-202"}, d.source.Now().Add(time.Hour).UnixNano())
}

func TestWhoMayProposeAndApproveLimitsIsToldByRightsAndDoneByTheRoute(t *testing.T) {
	d := plant(t, changeable)
	i := 0
	for name, user := range changers() {
		i++
		approves, proposes := mayChange[name]
		_, answer := callAs(t, d, user, http.MethodGet, "rights", "")
		var told rights
		_ = json.Unmarshal([]byte(answer), &told)
		if slices.Contains(told.Changes, "change-proposal") != proposes || slices.Contains(told.Changes, "change-approval") != approves {
			t.Errorf("%s is told %s", name, answer)
		}
		status, answer, _ := say(t, d, user, "control-limits", limits(object{"key": fmt.Sprint("k", i)}))
		if (status == http.StatusCreated) != proposes || !proposes && status != http.StatusForbidden {
			t.Errorf("%s proposes: %d %s", name, status, answer)
		}
		id := proposalBy(t, d, editorOfLimits, limits(object{"key": fmt.Sprint("p", i)}))
		for _, do := range []string{"approve", "reject"} {
			status, answer, _ := say(t, d, user, "control-limits", object{"do": do, "proposal": id, "site": "de1", "text": "why", "key": do + id})
			if (status == http.StatusCreated) != approves || !approves && status != http.StatusForbidden {
				t.Errorf("%s: %s: %d %s", name, do, status, answer)
			}
		}
	}
}

var editorOfLimits = &backend.User{Login: "sa-1-spc", Role: "Viewer"}

func TestLimitsAreInForceOnceTwoPersonsHaveApprovedTheLastNotTheAuthor(t *testing.T) {
	d := plant(t, changeable)
	id := proposalBy(t, d, admin, limits())
	if row := standingLimits(t, d); row != nil {
		t.Fatal("a proposal is read as in force")
	}
	if status, answer, got := say(t, d, admin, "control-limits", approval(id)); status != http.StatusCreated || got.Proposal.State != "open" || len(got.Proposal.Approvals) != 1 {
		t.Fatalf("the author first: %d %s", status, answer)
	}
	again := approval(id)
	again["key"] = "again"
	if status, answer, _ := say(t, d, admin, "control-limits", again); status != http.StatusConflict || !strings.Contains(answer, "a second person has to") {
		t.Errorf("the author twice: %d %s", status, answer)
	}
	status, answer, got := say(t, d, admin2, "control-limits", approval(id))
	if status != http.StatusCreated || got.Proposal.State != "approved" || !got.Proposal.InForce {
		t.Fatalf("another last: %d %s", status, answer)
	}
	row := standingLimits(t, d)
	if row == nil || row.Text("status") != "approved" || row.Text("approved_by") != "admin, admin-2" || row.NumberOr("sigma_plotted", 0) != 2 || row.Text("origin") != "people" || row.Text("author") != "admin" || row.FromNs != noon.UnixNano() {
		t.Errorf("in force is %+v", row)
	}
	if status, answer, _ := say(t, d, admin2, "control-limits", approval(id)); status != http.StatusOK {
		t.Errorf("sent again: %d %s", status, answer)
	}
	if told, err := d.ledger.About(t.Context(), "filling"); err != nil || len(told) != 1 || told[0].Kind != "limit-change" || told[0].Approver != "admin-2" || told[0].Author != "admin" {
		t.Errorf("charts are told %+v %v", told, err)
	}
	late := approval(id)
	late["key"], late["do"], late["text"] = "late", "reject", "no"
	if status, answer, _ := say(t, d, admin2, "control-limits", late); status != http.StatusConflict || !strings.Contains(answer, "is approved already") {
		t.Errorf("rejected afterwards: %d %s", status, answer)
	}
}

func TestTheAuthorIsNotTheLastWhoApproves(t *testing.T) {
	d := plant(t, changeable)
	id := proposalBy(t, d, admin, limits())
	if status, answer, _ := say(t, d, admin2, "control-limits", approval(id)); status != http.StatusCreated {
		t.Fatalf("%d %s", status, answer)
	}
	if status, answer, _ := say(t, d, admin, "control-limits", approval(id)); status != http.StatusConflict || !strings.Contains(answer, "never the author") {
		t.Errorf("%d %s", status, answer)
	}
	metrologist := &backend.User{Login: "metrologist", Role: "Viewer"}
	if status, answer, got := say(t, d, metrologist, "control-limits", approval(id)); status != http.StatusCreated || !got.Proposal.InForce {
		t.Errorf("%d %s", status, answer)
	}
}

func TestOfTwoApprovalsAtOnceBothCountAndTheRowIsThereOnce(t *testing.T) {
	d := plant(t, changeable)
	id := proposalBy(t, d, admin, limits())
	var group sync.WaitGroup
	statuses := make([]int, 8)
	for i := range statuses {
		group.Go(func() {
			user := []*backend.User{admin2, {Login: "metrologist", Role: "Viewer"}}[i%2]
			statuses[i], _, _ = say(t, d, user, "control-limits", approval(id))
		})
	}
	group.Wait()
	created := 0
	for _, status := range statuses {
		if status == http.StatusCreated {
			created++
		} else if status != http.StatusOK {
			t.Errorf("%v", statuses)
		}
	}
	p, _ := d.source.FreshPlan(t.Context())
	if rows := p.Limits.Timeline("filling", "fill_mass", plan.Scope{Product: plan.Any}, 0); created != 2 || len(rows) != 1 {
		t.Errorf("%v, %d rows", statuses, len(rows))
	}
}

func TestAStaleProposalIsRefusedByName(t *testing.T) {
	d := plant(t, changeable)
	first, second := proposalBy(t, d, admin, limits()), proposalBy(t, d, admin, limits(object{"key": "other", "text": "narrower"}))
	for _, user := range []*backend.User{admin, admin2} {
		if status, answer, _ := say(t, d, user, "control-limits", approval(first)); status != http.StatusCreated {
			t.Fatalf("%d %s", status, answer)
		}
	}
	if status, answer, _ := say(t, d, admin2, "control-limits", approval(second)); status != http.StatusConflict || !strings.Contains(answer, second+" is stale: it is based on revision 0 of control_limit fill_mass filling, which revision 2 replaced") {
		t.Errorf("%d %s", status, answer)
	}
	if status, answer, _ := say(t, d, admin, "control-limits", limits(object{"key": "third", "based_on": 0})); status != http.StatusConflict || !strings.Contains(answer, "revision 2 is the newest") {
		t.Errorf("%d %s", status, answer)
	}
	if status, answer, _ := say(t, d, admin, "control-limits", limits()); status != http.StatusOK {
		t.Errorf("the first sent again: %d %s", status, answer)
	}
	if _, answer := callAs(t, d, editor, http.MethodGet, "control-limits", ""); strings.Count(answer, `"id"`) != 2 || !strings.Contains(answer, `"stale":"it is based on`) {
		t.Errorf("%s", answer)
	}
}

func TestLimitsThatCannotBeAreRefusedWithASentence(t *testing.T) {
	d := plant(t, changeable)
	id := proposalBy(t, d, admin, limits())
	for says, more := range map[string]object{
		"is not in the control plan":           {"characteristic": "colour"},
		"product nmc is not":                   {"product": "nmc"},
		"stratum":                              {"stratum": "position=nozzle-1,equipment=filler-01"},
		"equipment eol-01 does not stand":      {"stratum": "equipment=eol-01"},
		`model \"guess\" is none`:              {"model": "guess"},
		"these limits cannot be: ":             {"numbers": object{"centre": 800, "sigma_within": -1}},
		"which is no field of the plan":        {"numbers": object{"centre": 800, "sigma_within": 1, "colour": 1}},
		"which is no int":                      {"numbers": object{"centre": 800, "sigma_within": 1, "n": 1.5}},
		"approved only with n of at least 100": {"status": "approved", "numbers": object{"centre": 800, "sigma_within": 1}},
		"text is empty":                        {"text": " "},
		`do is \"hope\"`:                       {"do": "hope"},
		"proposal is empty":                    {"do": "approve"},
		`\"author\", which is not taken`:       {"author": "x"},
	} {
		if status, answer, _ := say(t, d, admin, "control-limits", limits(object{"key": "x"}, more)); status != http.StatusBadRequest || !strings.Contains(answer, says) {
			t.Errorf("%v: %d %s, want …%s…", more, status, answer, says)
		}
	}
	if status, answer, _ := say(t, d, admin, "control-limits", limits(object{"numbers": object{"centre": 801, "sigma_within": 1}})); status != http.StatusConflict && status != http.StatusOK {
		t.Errorf("something else under the key of %s: %d %s", id, status, answer)
	}
	if status, answer, _ := say(t, d, admin, "control-limits", approval("event-none")); status != http.StatusNotFound {
		t.Errorf("a proposal that is not: %d %s", status, answer)
	}
	if status, answer, _ := say(t, d, admin, "plan-revisions", approval(id)); status != http.StatusNotFound {
		t.Errorf("by the route of the plan: %d %s", status, answer)
	}
	short := limits(object{"key": "short", "numbers": object{"centre": 800, "sigma_within": 1}})
	if _, answer, got := say(t, d, admin, "control-limits", short); len(got.Proposal.Rows) != 1 || got.Proposal.Rows[0].Fields["status"] != "provisional" {
		t.Errorf("of a short baseline: %s", answer)
	}
}

func TestARevisionOfThePlanIsInForceOnceTwoPersonsHaveApproved(t *testing.T) {
	d := plant(t, changeable)
	row := object{"measurement": "characteristic", "tags": object{"station": "filling", "characteristic": "fill_mass", "product": "*", "stratum": "*"},
		"fields": object{"order": 1, "name": "Fill mass", "lsl": 790, "usl": 810, "decimals": 1}}
	said := object{"do": "propose", "site": "de1", "text": "narrower", "key": "rev", "based_on": 0, "rows": []object{row}}
	status, answer, got := say(t, d, admin, "plan-revisions", said)
	if status != http.StatusCreated || got.Proposal.State != "open" {
		t.Fatalf("%d %s", status, answer)
	}
	for _, user := range []*backend.User{admin, admin2} {
		if status, answer, got = say(t, d, user, "plan-revisions", approval(got.Proposal.ID)); status != http.StatusCreated {
			t.Fatalf("%d %s", status, answer)
		}
	}
	p, _ := d.source.FreshPlan(t.Context())
	in := p.Characteristics.At("filling", "fill_mass", plan.Scope{Product: plan.Any}, noon.Add(time.Second).UnixNano())
	if in.NumberOr("usl", 0) != 810 || in.Text("origin") != "plan" || in.Revision != 2 || !got.Proposal.InForce {
		t.Errorf("in force is %+v after %s", in, answer)
	}
	for says, more := range map[string]object{
		"based on revision 0 of the plan, and revision 2": {},
		"rows is empty":                 {"rows": []object{}},
		"is no measurement of the plan": {"rows": []object{{"measurement": "event", "tags": object{}, "fields": object{"x": 1}}}},
		"is there twice":                {"rows": []object{row, row}},
		"is not below usl":              {"rows": []object{{"measurement": "characteristic", "tags": row["tags"], "fields": object{"lsl": 9, "usl": 8}}}},
	} {
		other := maps.Clone(said)
		other["key"] = says
		other["key"] = strings.ReplaceAll(says, " ", "-")
		maps.Copy(other, more)
		if status, answer, _ := say(t, d, admin, "plan-revisions", other); status < 400 || status > 409 || !strings.Contains(answer, says) {
			t.Errorf("%v: %d %s", more, status, answer)
		}
	}
	of := plant(t, changeable+`,"sites":["de1"]`)
	if status, answer, _ := say(t, of, admin, "plan-revisions", said); status != http.StatusForbidden {
		t.Errorf("through a data source of one site: %d %s", status, answer)
	}
}

func TestADataSourceOfFixedSitesChangesLimitsOfTheseSitesAlone(t *testing.T) {
	all := plant(t, changeable)
	d := open(t, server.URL, fmt.Sprintf(`{"databasePrefix":%q%s,"sites":["de1"]}`, strings.TrimSuffix(all.source.Databases.Visits, "visits"), changeable))
	d.source.Now = all.source.Now
	for key, stratum := range map[string]string{"any": "", "machine": "equipment=filler-01", "other": "site=de2"} {
		if status, answer, _ := say(t, d, admin, "control-limits", limits(object{"key": key, "stratum": stratum})); status != http.StatusForbidden || !strings.Contains(answer, "site=de1") {
			t.Errorf("proposed for %q: %d %s", stratum, status, answer)
		}
	}
	proposalBy(t, d, admin, limits(object{"stratum": "site=de1"}))
	wide := proposalBy(t, all, admin2, limits(object{"key": "wide"}))
	if status, answer, _ := say(t, d, admin, "control-limits", approval(wide)); status != http.StatusForbidden {
		t.Errorf("limits of all sites are approved: %d %s", status, answer)
	}
}

func TestAKeyUnderWhichOtherLimitsWereProposedIsRefused(t *testing.T) {
	d := plant(t, changeable)
	id := proposalBy(t, d, admin, limits())
	if status, answer, got := say(t, d, admin, "control-limits", limits()); status != http.StatusOK || got.Proposal.ID != id {
		t.Errorf("the same again: %d %s", status, answer)
	}
	other := limits(object{"numbers": object{"centre": 805, "sigma_within": 2, "n": 120, "lots_spanned": 22, "shifts_spanned": 9}})
	if status, answer, _ := say(t, d, admin, "control-limits", other); status != http.StatusConflict || !strings.Contains(answer, "take a new key") {
		t.Errorf("other numbers: %d %s", status, answer)
	}
	for _, by := range []*backend.User{admin, admin2} {
		if status, answer, _ := say(t, d, by, "control-limits", approval(id)); status != http.StatusCreated {
			t.Fatalf("%d %s", status, answer)
		}
	}
	if status, answer, got := say(t, d, admin, "control-limits", limits()); status != http.StatusOK || got.Proposal.ID != id {
		t.Errorf("the same again once it is in force: %d %s", status, answer)
	}
}

func TestWhoProposedAndApprovedIsShownToThoseWhoMayDecideOrApproveAlone(t *testing.T) {
	for mode, sees := range map[string]map[string]bool{
		"pseudonym": {"proposer": false, "the first baseline": true}, "off": {"proposer": false, "the first baseline": false},
	} {
		t.Run(mode, func(t *testing.T) {
			d := plant(t, changeable+`,"personalData":"`+mode+`"`)
			proposer := &backend.User{Login: "proposer", Role: "Admin"}
			id := proposalBy(t, d, proposer, limits())
			if status, answer, _ := say(t, d, proposer, "control-limits", approval(id)); status != http.StatusCreated {
				t.Fatalf("%d %s", status, answer)
			}
			for name, user := range changers() {
				_, answer := callAs(t, d, user, http.MethodGet, "control-limits", "")
				if !strings.Contains(answer, id) {
					t.Fatalf("%s is told %s", name, answer)
				}
				for text, shown := range sees {
					may := text == "proposer" && slices.Contains([]string{"an Editor", "an Admin", "a Viewer whom the settings name", "a Viewer named for limits"}, name)
					if got := strings.Contains(answer, text); got != (shown || may) {
						t.Errorf("%s: %q is shown: %t", name, text, got)
					}
				}
			}
		})
	}
}
