package plugin

import (
	"context"
	"net/http"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// checkRequest accepts what the plan lets people ask a machine for, for seconds: until when, where they do not say it.
func (d *Datasource) checkRequest(ctx context.Context, said *statement) error {
	if !slices.Contains(vocabulary.RequestEvents, said.Kind) {
		return nil
	}
	p, err := d.source.Plan(ctx)
	if err != nil {
		return err
	}
	now := d.source.Now().UnixMilli()
	if said.ExpiresMs == 0 {
		said.ExpiresMs = now + commands.RequestFor.Milliseconds()
	}
	if said.ExpiresMs > now+commands.MostRequestFor.Milliseconds() {
		return source.Mistake("expires_ms lies more than %s ahead: what a machine is asked for it does at once or not at all", commands.MostRequestFor)
	}
	event := said.event("", "", now)
	if why := commands.NotAllowed(p, event, now); why != "" {
		return source.Mistake("%s", why)
	}
	machine, _ := p.MachineFor(said.Site, said.TargetID, "", max(now*1e6, p.Begin))
	said.Station, said.Equipment = machine.Station, machine.ID
	return nil
}

// requestable is what people may ask a machine for, for buttons.
type requestable struct {
	Site      string        `json:"site"`
	Equipment string        `json:"equipment"`
	Station   string        `json:"station"`
	Pause     bool          `json:"pause"`
	Adjust    []adjustments `json:"adjust"`
}

type adjustments struct {
	Characteristic string     `json:"characteristic"`
	By             [2]float64 `json:"by"`
}

// getRequests tells what the plan lets people ask machines for now; machines of which nobody may ask for anything are left out.
func (d *Datasource) getRequests(r *http.Request) (any, error) {
	p, err := d.source.Plan(r.Context())
	if err != nil {
		return nil, err
	}
	ns := max(d.source.Now().UnixNano(), p.Begin)
	out := []requestable{}
	for _, site := range p.SitesAt(ns) {
		if !plan.Allowed(d.settings.Sites, site.ID) {
			continue
		}
		for _, machine := range p.EquipmentAt(site.ID, ns) {
			of := p.RequestsAt(machine.Station, ns)
			may := requestable{site.ID, machine.ID, machine.Station, slices.Contains(of.Pause, machine.ID), []adjustments{}}
			for _, a := range of.Adjust {
				if slices.Contains(a.Equipment, machine.ID) {
					may.Adjust = append(may.Adjust, adjustments{a.Characteristic, a.By})
				}
			}
			if may.Pause || len(may.Adjust) > 0 {
				out = append(out, may)
			}
		}
	}
	return out, nil
}

// getRequest tells what became of what a machine was asked for, by the event_id of the request and the machine (target).
func (d *Datasource) getRequest(r *http.Request) (any, error) {
	id, target := r.PathValue("id"), r.URL.Query().Get("target")
	for name, v := range map[string]string{"request": id, "target": target} {
		if err := source.CheckIdentifier(name, v); err != nil {
			return nil, err
		}
	}
	run := &source.Run{Source: d.source}
	privacy, err := run.Privacy(r.Context())
	if err != nil {
		return nil, err
	}
	p, err := run.Plan(r.Context())
	if err != nil {
		return nil, err
	}
	about, err := run.EventsAbout(r.Context(), p, target, "")
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(about, func(e record.Event) bool { return e.ID == id && commands.IsRequest(e) })
	if at < 0 {
		return nil, refuse(http.StatusNotFound, "nobody asked %s for anything under %s", target, id)
	}
	answer := commands.AnswerTo(about[at], about, d.source.Now().UnixMilli())
	if privacy.HidesText("") {
		answer.Text = ""
	}
	return answer, nil
}
