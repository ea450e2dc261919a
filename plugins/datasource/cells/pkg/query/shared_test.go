package query

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// desk answers questions that take so long, and counts them.
type desk struct {
	shared
	takes  time.Duration
	fails  error
	rows   int
	begun  int
	ceased int
}

func (d *desk) find(ctx context.Context) (data.Frames, error) {
	d.begun++
	of := d.begun
	select {
	case <-time.After(d.takes):
		values := make([]int64, max(1, d.rows))
		values[0] = int64(of)
		return data.Frames{data.NewFrame("n", data.NewField("n", nil, values))}, d.fails
	case <-ctx.Done():
		d.ceased++
		return nil, ctx.Err()
	}
}

// ask gives which of the questions answered it; over the last hour until some time ago.
func (d *desk) ask(ctx context.Context, text string, ago time.Duration) (int64, error) {
	to := time.Now().Add(-ago)
	frames, err := d.answer(ctx, asked{text: text}, source.Range{From: to.Add(-time.Hour), To: to}, time.Now, d.find)
	if err != nil {
		return 0, err
	}
	return frames[0].Fields[0].At(0).(int64), nil
}

func (d *desk) wants(t *testing.T, what, text string, ago time.Duration, want int64) {
	t.Helper()
	if got, err := d.ask(t.Context(), text, ago); got != want || err != nil {
		t.Errorf("%s: answered by %d (%v), want %d", what, got, err, want)
	}
}

func TestWhoAsksTheSameOfNowIsGivenOneAnswerForTwiceWhatItTook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: time.Second}
		d.wants(t, "the first", "a", 0, 1)
		time.Sleep(1900 * time.Millisecond)
		d.wants(t, "within two seconds", "a", 0, 1)
		d.wants(t, "another question", "b", 0, 2)
		time.Sleep(200 * time.Millisecond)
		d.wants(t, "later", "a", 0, 3)
		d.forget()
		d.wants(t, "once something was stored", "a", 0, 4)
	})
}

func TestADearAnswerIsGivenForFiveSecondsAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: 8 * time.Second}
		d.wants(t, "the first", "a", 0, 1)
		time.Sleep(4900 * time.Millisecond)
		d.wants(t, "within five seconds", "a", 0, 1)
		time.Sleep(200 * time.Millisecond)
		d.wants(t, "later", "a", 0, 2)
	})
}

func TestAHundredAskersAtOnceWaitForOneAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: time.Second}
		for i := range 100 {
			go d.wants(t, "one of many", "a", time.Duration(i)*time.Millisecond, 1)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if d.begun != 1 {
			t.Errorf("%d searches", d.begun)
		}
	})
}

func TestThePastIsSharedOnlyByTheSameRange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: time.Second}
		over := source.Range{From: time.Now().Add(-3 * time.Hour), To: time.Now().Add(-2 * time.Hour)}
		for _, c := range []struct {
			later time.Duration
			want  int
		}{{0, 1}, {0, 1}, {time.Second, 2}, {0, 2}} {
			moved := source.Range{From: over.From.Add(c.later), To: over.To.Add(c.later)}
			if _, err := d.answer(t.Context(), asked{}, moved, time.Now, d.find); err != nil || d.begun != c.want {
				t.Errorf("%s later: %d searches, %v, want %d", c.later, d.begun, err, c.want)
			}
		}
	})
}

func TestAPageThatIsReadAnewBeforeItsAnswerIsThereFindsIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: 14 * time.Second}
		first, leaves := context.WithCancel(t.Context())
		go func() {
			time.Sleep(10 * time.Second)
			leaves()
		}()
		if _, err := d.ask(first, "a", 0); !errors.Is(err, context.Canceled) {
			t.Errorf("the first look ends with %v", err)
		}
		began := time.Now()
		d.wants(t, "the second look", "a", 0, 1)
		if waited := time.Since(began); waited != 4*time.Second {
			t.Errorf("it waited %s", waited)
		}
	})
}

func TestAQuestionOfWhichNobodyWaitsIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: time.Minute}
		first, leaves := context.WithCancel(t.Context())
		go leaves()
		if _, err := d.ask(first, "a", 0); !errors.Is(err, context.Canceled) {
			t.Errorf("it ends with %v", err)
		}
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if d.ceased != 1 {
			t.Error("it is searched on")
		}
	})
}

func TestWhatFailsAndWhatIsLargeIsNotGivenAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: time.Second, fails: errors.New("no")}
		if _, err := d.ask(t.Context(), "a", 0); err == nil {
			t.Error("the failure is lost")
		}
		d.fails, d.rows = nil, mostValues+1
		d.wants(t, "after a failure", "a", 0, 2)
		d.wants(t, "after a large answer", "a", 0, 3)
		d.rows = mostValues
		for i := range 30 {
			d.wants(t, "one of many large ones", string(rune('A'+i)), 0, int64(4+i))
		}
		if d.values > mostKept {
			t.Errorf("%d values are kept", d.values)
		}
	})
}

func TestAnAnswerIsTheAskersOwnToName(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{takes: time.Second}
		over := source.Range{From: time.Now().Add(-time.Hour), To: time.Now()}
		one, _ := d.answer(t.Context(), asked{}, over, time.Now, d.find)
		two, _ := d.answer(t.Context(), asked{}, over, time.Now, d.find)
		one[0].RefID, two[0].RefID = "A", "B"
		if one[0].RefID != "A" || d.begun != 1 {
			t.Errorf("%q, %d searches", one[0].RefID, d.begun)
		}
	})
}

func TestWhatGrafanaWritesIntoAQueryIsNotWhatIsAsked(t *testing.T) {
	one := bare([]byte(`{"refId":"A","intervalMs":1000,"maxDataPoints":500,"queryType":"yield","stations":["a"]}`))
	two := bare([]byte(`{"stations":["a"],"queryType":"yield","refId":"B","intervalMs":2000,"datasource":{"uid":"x"}}`))
	if three := bare([]byte(`{"queryType":"yield","stations":["b"]}`)); one != two || one == three {
		t.Errorf("%s\n%s\n%s", one, two, three)
	}
}
