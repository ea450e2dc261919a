package commands_test

import (
	"fmt"
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

func at(site string, command record.Event) record.Event {
	command.Site, command.ID = site, site+"/"+command.ID
	return command
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
	b.Sent("A#1", 0)
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

func TestALineThatAcknowledgesSomethingElseHasNotAcknowledged(t *testing.T) {
	for name, wrong := range map[string]func(a *record.Event){
		"another command": func(a *record.Event) { a.Reference = "command-else" },
		"no command":      func(a *record.Event) { a.Reference = "" },
		"another item":    func(a *record.Event) { a.TargetType, a.TargetID = "cell", "B" },
		"another site":    func(a *record.Event) { a.Site = "de2" },
	} {
		var b commands.Book
		one := at("de1", command("A", 1, 0))
		answer := ack(one, second)
		answer.Site, answer.TargetType, answer.TargetID = "de1", "cell", "A"
		wrongly := answer
		wrong(&wrongly)
		b.Note(one)
		b.Note(wrongly)
		wants(t, name, due(&b, 2*second), "de1/A#1")
		b.Note(answer)
		wants(t, name+", then what it was told", due(&b, 2*second))
	}
}

func TestItemsOfTwoSitesWithOneIDAreToldEachOfItsOwn(t *testing.T) {
	var b commands.Book
	b.Note(at("de1", command("A", 1, 0)))
	b.Note(at("de2", command("A", 3, second)))
	wants(t, "both", due(&b, 2*second), "de1/A#1", "de2/A#3")
	b.Note(ack(at("de1", command("A", 1, 0)), 2*second))
	wants(t, "the other", due(&b, 3*second), "de2/A#3")
}

func TestTwoHundredThatWaitForABrokerTenMinutesAreAllSentOnceItIsBack(t *testing.T) {
	var b commands.Book
	for i := range int64(200) {
		c := command("A", 1, i)
		c.ID, c.TargetID = fmt.Sprint("command-", i), fmt.Sprint("CELL-", i)
		b.Note(c)
	}
	back := commands.GiveUp.Milliseconds() + second
	waiting := due(&b, back)
	if len(waiting) != 200 || waiting[0] != "command-0" || waiting[199] != "command-199" {
		t.Fatalf("%d are sent, first %v", len(waiting), waiting[:min(3, len(waiting))])
	}
	for _, id := range waiting {
		b.Sent(id, back)
	}
	if again := due(&b, back+second); len(again) > 0 {
		t.Errorf("%d are sent again at once", len(again))
	}
	if again := due(&b, back+11*second); len(again) != 200 {
		t.Errorf("%d are sent again where nobody acknowledged", len(again))
	}
}
