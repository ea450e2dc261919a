package commands_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

const second = int64(1000)

func command(target string, number int, ms int64) record.Event {
	return commands.Command{ID: target + "#" + string(rune('0'+number)), Target: target, TargetType: "cell", State: "hold", Number: number, FirstMs: ms}.Event()
}

func ack(command record.Event, ms int64) record.Event {
	return record.Event{ID: "ack-" + command.ID, Kind: "command-ack", Reference: command.ID, AtMs: ms}
}

// due are the targets and numbers that are to be sent.
func due(b *commands.Book, ms int64) (out []string) {
	for _, c := range b.Due(ms) {
		out = append(out, c.ID)
	}
	return out
}

func wants(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestACommandIsSentAgainEverLaterUntilItIsAcknowledged(t *testing.T) {
	var b commands.Book
	one := command("A", 1, 0)
	b.Note(one)
	var at []int64
	for ms := int64(0); ms < 200*second; ms += second {
		if len(b.Due(ms)) > 0 {
			b.Sent("A#1", ms)
			at = append(at, ms/second)
		}
	}
	if !slices.Equal(at, []int64{0, 10, 30, 70, 150}) {
		t.Errorf("it is sent at the seconds %v", at)
	}
	b.Note(ack(one, 200*second))
	wants(t, "acknowledged", due(&b, 590*second))
	if n := len(b.Unanswered(3600 * second)); n > 0 {
		t.Errorf("%d acknowledged ones are unanswered", n)
	}
}

func TestOneThatIsNotAcknowledgedIsGivenUpAndSaidToBeUnanswered(t *testing.T) {
	var b commands.Book
	b.Note(command("A", 1, 0))
	after := commands.GiveUp.Milliseconds()
	wants(t, "given up", due(&b, after))
	if n := len(b.Unanswered(after - 1)); n != 0 {
		t.Errorf("%d are unanswered before they are given up", n)
	}
	if n := len(b.Unanswered(after)); n != 1 {
		t.Errorf("%d are unanswered, want 1", n)
	}
}

func TestASupersededCommandIsNeitherSentNorMissed(t *testing.T) {
	var b commands.Book
	b.Note(command("A", 1, 0))
	b.Note(command("A", 3, second))
	b.Note(command("B", 1, second))
	wants(t, "the newest of each", due(&b, 2*second), "A#3", "B#1")
	if got := b.Unanswered(time.Hour.Milliseconds()); len(got) != 2 {
		t.Errorf("%d are unanswered, want the newest of each", len(got))
	}
}

func TestEventsInAnyOrderAndAnyNumberOfTimesComeToTheSame(t *testing.T) {
	first, second := command("A", 1, 0), command("A", 2, 10)
	events := []record.Event{first, second, ack(first, 20), command("B", 1, 5), command("C", 1, 6), ack(command("C", 1, 6), 30), {Kind: "release", ID: "r"}}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var b commands.Book
		all := append(slices.Clone(events), events[r.IntN(len(events))], events[r.IntN(len(events))])
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, e := range all {
			b.Note(e)
		}
		wants(t, "after a shuffle", due(&b, 100), "B#1", "A#2")
	}
}
