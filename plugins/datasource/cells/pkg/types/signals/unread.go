package signals

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unreadName is the kind of signals that tell of an alert rule which could not see what it looks at: its last
// evaluation failed, was cut or is overdue, or there was none since the datasource started; or of what no rule asks for. The rule of the signal is the kind
// that was not read and why, as out-of-spec/failed; for an alert rule only why.
const unreadName = vocabulary.SignalUnread

// routeOfUnread: it is no matter of the characteristic that could not be judged.
var routeOfUnread = vocabulary.SignalKindRoute[unreadName]

const (
	// overdueTimes is how many of its intervals an evaluation may be late, overdueLeast the least time for that.
	overdueTimes = 3
	overdueLeast = time.Minute
)

func findUnread(_ context.Context, s *search) ([]signal, error) {
	now := s.Now()
	expected := s.expected()
	known, began := s.memory.evaluations.remembered(now, func(key evaluationKey) bool { _, is := expected[key]; return is })
	var out []signal
	notices := unreadNotices{wording: s.words(), called: s.stationName}
	for _, key := range sortedKeys(known) {
		of := known[key]
		every, demanded := expected[key]
		if !demanded {
			every = of.Every
		}
		late := now.Sub(of.At)
		switch {
		case of.Problem != "" && !(of.Passes && s.Alerting):
			out = append(out, notices.unread(key, "", of.Problem, float64(of.Fails), of.At, of.Detail))
		case every > 0 && late > overdueAfter(every):
			out = append(out, notices.unread(key, "", vocabulary.UnreadOverdue, late.Seconds()/every.Seconds(), of.At, inFull(detailOverdue)))
		}
		for _, u := range of.Unjudged {
			if u.Passes && s.Alerting {
				continue
			}
			row := notices.unread(key, u.Characteristic, u.Rule, 1, of.At, u.Detail)
			// What the next evaluations come to is no fault: a notice says that it waits.
			if !u.Passes || u.Rule != vocabulary.UnreadWaiting {
				out = append(out, row)
			}
		}
	}
	unknown := map[evaluationKey]evaluation{}
	for key := range expected {
		if _, evaluated := known[key]; !evaluated {
			unknown[key] = evaluation{}
		}
	}
	waiting := 0
	for _, key := range sortedKeys(unknown) {
		if late, every := now.Sub(began), expected[key]; late > overdueAfter(every) {
			out = append(out, notices.unread(key, "", vocabulary.UnreadNever, late.Seconds()/every.Seconds(), began, inFull(detailNever)))
		} else {
			waiting++
		}
	}
	out = append(out, s.unasked(&notices)...)
	notices.tell(s.Warn)
	if s.Alerting {
		out = byReason(out)
	}
	if waiting > 0 {
		s.Warn(notices.unevaluated, len(expected), waiting, began.UTC().Format(time.RFC3339))
	}
	return out, nil
}

// byReason is one signal a reason, and station where one is its cause, in the place of those of every kind: its value is their number.
// What is not asked in time, or was never, is so because of whoever asks: of no station. What no rule asks for is so because of a plan
// that came after the rules: of no characteristic.
func byReason(found []signal) []signal {
	type cause struct{ reason, station, characteristic string }
	at := map[cause]int{}
	var out []signal
	for _, of := range found {
		_, reason, _ := strings.Cut(of.Labels["rule"], "/")
		c := cause{reason, of.Labels["station"], of.Labels["characteristic"]}
		switch reason {
		case vocabulary.UnreadOverdue, vocabulary.UnreadNever:
			c.station = ""
		case vocabulary.UnreadUnasked:
			c.characteristic = ""
		}
		i, known := at[c]
		if !known {
			i = len(out)
			at[c] = i
			out = append(out, signal{Labels: map[string]string{
				"station": c.station, "characteristic": c.characteristic, "rule": reason, "route": routeOfUnread, "disposition": "none",
			}})
		}
		out[i].Value++
	}
	return out
}

func overdueAfter(every time.Duration) time.Duration { return max(overdueTimes*every, overdueLeast) }

// unreadNotices tell people what labels cannot: what happened in one sentence, however many stations it is of.
type unreadNotices struct {
	wording
	// called is what the plan calls a station.
	called func(station string) string
	all    []unreadNotice
	// places are where each happened, in their order.
	places map[unreadNotice][]string
}

type unreadNotice struct{ kind, state, problem, why, at string }

// unread is one evaluation that did not see what it looks at.
func (n *unreadNotices) unread(key evaluationKey, characteristic, problem string, value float64, at time.Time, why detail) signal {
	of := unreadNotice{key.Kind, key.State, problem, n.say(why), at.UTC().Format(time.RFC3339)}
	if n.places == nil {
		n.places = map[unreadNotice][]string{}
	}
	if _, known := n.places[of]; !known {
		n.all = append(n.all, of)
	}
	place := n.called(key.Station)
	if characteristic != "" {
		place += " (" + characteristic + ")"
	}
	n.places[of] = append(n.places[of], place)
	return signal{Value: max(value, 1), Labels: map[string]string{
		"station": key.Station, "characteristic": characteristic, "rule": key.Kind + "/" + problem, "route": routeOfUnread, "disposition": "none",
	}}
}

func (n *unreadNotices) tell(warn func(format string, args ...any)) {
	for _, of := range n.all {
		places, kind := n.places[of], cmp.Or(n.kinds[of.kind], of.kind)
		switch {
		case len(places) > 1:
			kind = fmt.Sprintf(n.ofSeveral, kind, strings.Join(places, ", "))
		case places[0] != "":
			kind = fmt.Sprintf(n.ofOne, kind, places[0])
		}
		warn(n.unreadAt, kind, cmp.Or(n.states[of.state], of.state), n.wording.unread[of.problem], of.at, of.why)
	}
}
