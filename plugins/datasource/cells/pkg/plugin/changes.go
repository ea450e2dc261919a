package plugin

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/changes"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// change is what is said of a proposed change, whatever it changes.
type change struct {
	Key   string `json:"key"`
	Badge string `json:"badge"`
	Site  string `json:"site"`
	// Do is propose, approve or reject; Proposal names what is approved or rejected.
	Do       string `json:"do"`
	Proposal string `json:"proposal"`
	Text     string `json:"text"`
}

// doing are the kinds of events by what is done.
var doing = map[string]string{"propose": vocabulary.EventChangeProposal, "approve": vocabulary.EventChangeApproval, "reject": vocabulary.EventChangeRejection}

// changeAnswer is what POST control-limits and POST plan-revisions give.
type changeAnswer struct {
	Proposal proposalTold `json:"proposal"`
	Event    record.Event `json:"event"`
}

// proposalTold is a proposal as it stands.
type proposalTold struct {
	ID         string        `json:"id"`
	Author     string        `json:"author"`
	Reason     string        `json:"reason"`
	ProposedMs int64         `json:"proposed_ms"`
	State      changes.State `json:"state"`
	// InForce is whether the rows of an approved one are stored.
	InForce   bool          `json:"in_force"`
	Approvals []saidBy      `json:"approvals"`
	Rejection *saidBy       `json:"rejection,omitempty"`
	BasedOn   int64         `json:"based_on"`
	Stale     string        `json:"stale,omitempty"` // why an open one cannot be approved any more
	Rows      []changes.Row `json:"rows"`
}

type saidBy struct {
	By   string `json:"by"`
	AtMs int64  `json:"at_ms"`
	Text string `json:"text,omitempty"`
}

// postLimits proposes, approves or rejects control limits; in force they are once two persons have approved, the last not the author.
func (d *Datasource) postLimits(r *http.Request) (int, any, error) {
	var said struct {
		change
		changes.Limits
	}
	user, err := d.readFrom(r, toChanges, &said)
	if err != nil {
		return 0, nil, err
	}
	about := record.Event{TargetType: changes.TargetLimits, Station: said.Station, Characteristic: said.Characteristic}
	return d.change(r, user, said.change, about, func(p *plan.Plan) (changes.Content, error) {
		return said.Content(p, d.source.Now().UnixNano())
	})
}

// postRevision is postLimits for a revision of the plan.
func (d *Datasource) postRevision(r *http.Request) (int, any, error) {
	var said struct {
		change
		changes.Revision
	}
	user, err := d.readFrom(r, toChanges, &said)
	if err != nil {
		return 0, nil, err
	}
	if len(d.settings.Sites) > 0 {
		return 0, nil, forbidden("this data source is of the sites %s alone; the plan is of all", strings.Join(d.settings.Sites, ", "))
	}
	return d.change(r, user, said.change, record.Event{TargetType: changes.TargetPlan}, said.Content)
}

func (d *Datasource) change(r *http.Request, user *backend.User, said change, e record.Event, content func(p *plan.Plan) (changes.Content, error)) (int, any, error) {
	kind, known := doing[said.Do]
	if !known {
		return 0, nil, source.Mistake("do is %q; say propose, approve or reject", said.Do)
	}
	if !d.settings.may(user, toChanges, kind) {
		return 0, nil, forbidden("a %s may propose; a person approves or rejects", d.settings.standingAt(user, toChanges))
	}
	if err := d.checkSite(r.Context(), &said.Site); err != nil {
		return 0, nil, err
	}
	key, err := keyOf(r, said.Key)
	if err != nil {
		return 0, nil, err
	}
	said.Text = strings.TrimSpace(said.Text)
	if said.Text == "" && said.Do != "approve" {
		return 0, nil, source.Mistake("text is empty; say why in a sentence")
	}
	e.ID, e.Kind, e.Site, e.AtMs = identityOf(user.Login, key), kind, said.Site, d.source.Now().UnixMilli()
	e.Text, e.Author, e.Badge, e.Source = said.Text, user.Login, said.Badge, vocabulary.SourcePerson
	if said.Do == "propose" {
		return d.propose(r.Context(), e, content)
	}
	return d.decide(r.Context(), e, said.Proposal)
}

func (d *Datasource) propose(ctx context.Context, e record.Event, content func(p *plan.Plan) (changes.Content, error)) (int, any, error) {
	e.TargetID = e.ID
	first, err := d.ledger.About(ctx, e.ID)
	if err != nil {
		return 0, nil, err
	}
	p, err := d.source.FreshPlan(ctx)
	if err != nil {
		return 0, nil, err
	}
	proposed, err := content(p)
	// What was proposed under the key already is not compared with the plan of now.
	if at := slices.IndexFunc(first, func(of record.Event) bool { return of.ID == e.ID }); at >= 0 {
		if of, unread := changes.ContentOf(first[at].Content); err == nil && unread == nil {
			proposed.BasedOn = of.BasedOn
			e.Content, _ = proposed.Text()
		}
		return d.proposed(ctx, http.StatusOK, first[at], e)
	}
	if err != nil {
		return 0, nil, stale(err)
	}
	if err := d.ofSites(p, proposed.Rows); err != nil {
		return 0, nil, err
	}
	e.Content, e.Reference = proposed.Text()
	stored, err := d.ledger.Store(ctx, e, nil)
	if err != nil {
		return 0, nil, err
	}
	status := http.StatusOK
	if stored.New {
		status = http.StatusCreated
	}
	return d.proposed(ctx, status, stored.Event, e)
}

// proposed answers a proposal, or that its key was used for something else.
func (d *Datasource) proposed(ctx context.Context, status int, stored, said record.Event) (int, any, error) {
	if stored.Kind != said.Kind || stored.TargetType != said.TargetType || stored.Station != said.Station || stored.Characteristic != said.Characteristic || said.Content != "" && stored.Content != said.Content {
		return 0, nil, conflict("the key was used for something else, stored as %s; take a new key", stored.ID)
	}
	told, err := d.standing(ctx, stored.ID)
	return status, changeAnswer{told, stored}, ledger.Unsure(err)
}

func stale(err error) error {
	var overtaken *changes.StaleError
	if errors.As(err, &overtaken) {
		return conflict("%s", overtaken.Why)
	}
	return err
}

// decide stores an approval or a rejection, and puts in force what was approved for good.
func (d *Datasource) decide(ctx context.Context, e record.Event, proposal string) (int, any, error) {
	if err := source.CheckIdentifier("proposal", proposal); err != nil {
		return 0, nil, err
	}
	e.TargetID = proposal
	about, err := d.ledger.About(ctx, proposal)
	if err != nil {
		return 0, nil, err
	}
	of, err := proposalIn(about, proposal, e.TargetType)
	if err != nil {
		return 0, nil, err
	}
	e.Reference, e.Station, e.Characteristic = of.Event.Reference, of.Event.Station, of.Event.Characteristic
	stored, err := d.ledger.Store(ctx, e, func(about []record.Event) error {
		of, err := proposalIn(about, proposal, e.TargetType)
		if err != nil {
			return err
		}
		return d.decidable(ctx, of, e)
	})
	if err != nil {
		return 0, nil, err
	}
	if stored.Event.Kind != e.Kind || stored.Event.TargetID != proposal {
		return 0, nil, conflict("the key was used for something else, stored as %s; take a new key", stored.Event.ID)
	}
	told, err := d.standing(ctx, proposal)
	if err != nil {
		return 0, nil, ledger.Unsure(err)
	}
	status := http.StatusOK
	if stored.New {
		status = http.StatusCreated
	}
	return status, changeAnswer{told, stored.Event}, nil
}

// decidable tells why a proposal cannot be approved or rejected now by the author of an event.
func (d *Datasource) decidable(ctx context.Context, of changes.Proposal, e record.Event) error {
	if e.Kind == vocabulary.EventChangeRejection {
		if of.State() != changes.Open {
			return conflict("proposal %s is %s already", of.ID(), of.State())
		}
		return nil
	}
	if why := of.MayApprove(e.Author); why != "" {
		return conflict("%s", why)
	}
	p, err := d.source.FreshPlan(ctx)
	if err != nil {
		return err
	}
	if why := of.Stale(p); why != "" {
		return conflict("proposal %s is stale: %s; propose anew", of.ID(), why)
	}
	return d.ofSites(p, of.Content.Rows)
}

// ofSites accepts limits that hold at the sites of the data source alone: those that name no site hold at all of the plan.
func (d *Datasource) ofSites(p *plan.Plan, rows []changes.Row) error {
	own := func(site string) bool { return plan.Allowed(d.settings.Sites, site) }
	if !slices.ContainsFunc(p.SitesAt(d.source.Now().UnixNano()), func(site plan.Site) bool { return !own(site.ID) }) {
		return nil
	}
	for _, row := range rows {
		if !own(plan.ParseStratum(row.Tags["stratum"])["site"]) {
			return forbidden("this data source is of the sites %s alone, and these limits hold at others as well: begin their stratum with site=%s", strings.Join(d.settings.Sites, ", "), d.settings.Sites[0])
		}
	}
	return nil
}

// standing is a proposal as it stands, in force where it was approved: an approval may have been stored without its rows.
func (d *Datasource) standing(ctx context.Context, id string) (proposalTold, error) {
	about, err := d.ledger.About(ctx, id)
	if err != nil {
		return proposalTold{}, err
	}
	of, err := proposalIn(about, id, "")
	if err != nil {
		return proposalTold{}, err
	}
	p, err := d.source.FreshPlan(ctx)
	if err != nil {
		return proposalTold{}, err
	}
	if of.State() == changes.Approved && !of.InForce(p) {
		if told, is := of.Told(); is {
			if _, err := d.ledger.Store(ctx, told, nil); err != nil {
				return proposalTold{}, err
			}
		}
		if err := d.ledger.StorePlan(ctx, of.Stored(p.Revision("")+1), of.InForce); err != nil {
			return proposalTold{}, err
		}
		if p, err = d.source.FreshPlan(ctx); err != nil {
			return proposalTold{}, err
		}
	}
	return toldOfProposal(of, p), nil
}

func proposalIn(about []record.Event, id, target string) (changes.Proposal, error) {
	found, unread := changes.Fold(about)
	if why := unread[id]; why != "" {
		return changes.Proposal{}, conflict("%s", why)
	}
	at := slices.IndexFunc(found, func(of changes.Proposal) bool { return of.ID() == id })
	if at < 0 || target != "" && found[at].Event.TargetType != target {
		return changes.Proposal{}, refuse(http.StatusNotFound, "there is no proposal %s here", id)
	}
	return found[at], nil
}

func toldOfProposal(of changes.Proposal, p *plan.Plan) proposalTold {
	told := proposalTold{
		ID: of.ID(), Author: of.Event.Author, Reason: of.Event.Text, ProposedMs: of.Event.ReceivedMs, State: of.State(), InForce: of.InForce(p),
		Approvals: []saidBy{}, BasedOn: of.Content.BasedOn, Rows: of.Content.Rows,
	}
	for _, e := range of.Approvals {
		told.Approvals = append(told.Approvals, saidBy{e.Author, e.ReceivedMs, e.Text})
	}
	if e := of.Rejection; e != nil {
		told.Rejection = &saidBy{e.Author, e.ReceivedMs, e.Text}
	}
	if of.State() == changes.Open {
		told.Stale = of.Stale(p)
	}
	return told
}

// shown is a proposal without what may not be shown of people.
func (told proposalTold) shown(people source.Privacy) proposalTold {
	text := func(of string) string {
		if people.HidesText(vocabulary.SourcePerson) {
			return ""
		}
		return of
	}
	by := func(of saidBy) saidBy {
		return saidBy{people.Author(of.By, vocabulary.SourcePerson), of.AtMs, text(of.Text)}
	}
	told.Author, told.Reason = people.Author(told.Author, vocabulary.SourcePerson), text(told.Reason)
	for i, approval := range told.Approvals {
		told.Approvals[i] = by(approval)
	}
	if told.Rejection != nil {
		rejection := by(*told.Rejection)
		told.Rejection = &rejection
	}
	return told
}

// proposedWithin is how far back proposals are listed.
const proposedWithin = 365 * 24 * time.Hour

// getChanges lists what was proposed, the newest first; state=open narrows it.
func (d *Datasource) getChanges(target string) func(r *http.Request) (any, error) {
	return func(r *http.Request) (any, error) {
		run := &source.Run{Source: d.source}
		p, err := run.Plan(r.Context())
		if err != nil {
			return nil, err
		}
		now := d.source.Now()
		over := source.Span{From: now.Add(-proposedWithin).UnixNano(), To: now.Add(time.Hour).UnixNano()}
		events, err := run.EventsStored(r.Context(), over, 0, changes.Kinds)
		if err != nil && !source.DatabaseMissing(err) {
			return nil, err
		}
		found, unread := changes.Fold(events)
		// Who approves has to know who did: the last is not the author.
		user := backend.UserFromContext(r.Context())
		run.MayDecide = d.settings.may(user, toEvents, vocabulary.EventRelease) || d.settings.may(user, toChanges, vocabulary.EventChangeApproval)
		people, err := run.Privacy(r.Context())
		if err != nil {
			return nil, err
		}
		answer := struct {
			Proposals []proposalTold    `json:"proposals"`
			Unread    map[string]string `json:"unread,omitempty"`
		}{[]proposalTold{}, unread}
		state := r.URL.Query().Get("state")
		for _, of := range found {
			if of.Event.TargetType == target && (state == "" || string(of.State()) == state) {
				answer.Proposals = append(answer.Proposals, toldOfProposal(of, p).shown(people))
			}
		}
		return answer, nil
	}
}
