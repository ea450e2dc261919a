package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unreadName is the kind of signals that tell of an alert rule which could not see what it looks at: its last
// evaluation failed, was cut or is overdue, or there was none since the datasource started. The rule of the signal is the kind
// that was not read and why, as out-of-spec/failed.
const unreadName = vocabulary.SignalUnread

const (
	// overdueTimes is how many of its intervals an evaluation may be late, overdueLeast the least time for that.
	overdueTimes   = 3
	overdueLeast   = time.Minute
	problemOverdue = "overdue"
	// problemNever: not evaluated since the datasource started, though it should have been several times.
	problemNever = "never"
)

func findUnread(_ context.Context, s *search) ([]signal, error) {
	now := s.Now()
	expected := s.expected()
	known, began := s.memory.evaluations.remembered(now, func(key evaluationKey) bool { _, is := expected[key]; return is })
	var out []signal
	for _, key := range sortedKeys(known) {
		of := known[key]
		every, demanded := expected[key]
		if !demanded {
			every = of.Every
		}
		late := now.Sub(of.At)
		switch {
		case of.Problem != "":
			out = append(out, s.unread(key, "", of.Problem, float64(of.Fails), of.At, of.Detail))
		case every > 0 && late > overdueAfter(every):
			out = append(out, s.unread(key, "", problemOverdue, late.Seconds()/every.Seconds(), of.At, "it has not been evaluated since"))
		}
		for _, u := range of.Unjudged {
			out = append(out, s.unread(key, u.Characteristic, u.Rule, 1, of.At, u.Detail))
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
			out = append(out, s.unread(key, "", problemNever, late.Seconds()/every.Seconds(), began, "it has not been evaluated since the datasource started"))
		} else {
			waiting++
		}
	}
	if waiting > 0 {
		s.Warn("Of %d watched evaluations %d are unknown: none was made yet since the datasource started at %s.",
			len(expected), waiting, began.UTC().Format(time.RFC3339))
	}
	return out, nil
}

func overdueAfter(every time.Duration) time.Duration { return max(overdueTimes*every, overdueLeast) }

// unread is one evaluation that did not see what it looks at; the notice tells people what the labels cannot.
func (s *search) unread(key evaluationKey, characteristic, problem string, value float64, at time.Time, detail string) signal {
	of := key.Kind
	if key.Station != "" {
		of += " of station " + key.Station
	}
	if characteristic != "" {
		of += ", " + characteristic
	}
	s.Warn("%s (%s), %s: %s, %s", of, key.State, problem, at.UTC().Format(time.RFC3339), detail)
	return signal{Value: max(value, 1), Labels: map[string]string{
		"station": key.Station, "characteristic": characteristic, "rule": key.Kind + "/" + problem, "disposition": "none",
	}}
}
