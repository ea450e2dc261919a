package signals

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func signalKinds() []signalKind {
	return []signalKind{
		outOfSpecKind, outOfControlKind, kOfNKind, noReadingKind, conflictingKind, unmeasuredKind, implausibleKind, stationNOKKind, unknownVerdictKind, skippedKind, missingKind, lateKind,
		rejectedKind, silentKind, environmentKind, overdueKind, verdictDiffersKind, pointerKind, clockKind, ingestKind, unacknowledgedKind, holdUnansweredKind, unheededKind, decisionsDifferKind, unansweredKind, keeperKind, {Name: unreadName, Plant: findUnread},
	}
}

// SignalKinds are the names of the kinds that can be asked for.
func SignalKinds() []string {
	var names []string
	for _, k := range signalKinds() {
		names = append(names, k.Name)
	}
	return names
}

// kinds are those asked for.
func (q *Query) kinds() []signalKind {
	return slices.DeleteFunc(signalKinds(), func(k signalKind) bool { return !slices.Contains(q.Kinds, k.Name) })
}

// labels are the text columns of the answer.
func (q *Query) labels() []string {
	labels := vocabulary.SignalLabels
	if slices.ContainsFunc(q.kinds(), func(k signalKind) bool { return k.ofCells() }) {
		labels = slices.Concat(labels, vocabulary.CellLabels)
	}
	if slices.Contains(q.Include, vocabulary.IncludeDisposition) {
		labels = slices.Concat(labels, []string{decidedColumn})
	}
	if slices.Contains(q.Include, vocabulary.IncludeReaction) {
		labels = slices.Concat(labels, []string{vocabulary.IncludeReaction})
	}
	return labels
}
