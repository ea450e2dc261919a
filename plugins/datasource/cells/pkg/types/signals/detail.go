package signals

import (
	"fmt"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
)

// Why something was not read or judged, in full.
const (
	detailOdd         = "odd-name"
	detailStored      = "stored"
	detailRetired     = control.LinelessRetired
	detailFaulty      = control.LinelessFaulty
	detailLineless    = control.LinelessModel
	detailLearning    = "learning"
	detailPositions   = "positions"
	detailLots        = "lots"
	detailOverdue     = "overdue"
	detailNever       = "never"
	detailOwed        = "owed"
	detailLotsBefore  = "lots-before"
	detailWaitingSame = "waiting-same"
	detailWaitingLeft = "waiting-left"
	detailUnasked     = "unasked"
	detailUnaskedAt   = "unasked-at"
	detailTooLong     = "too-long"
	detailBeside      = "beside"
	detailGivenUp     = "given-up"
	detailReading     = "reading"
	detailLarge       = "large"
	detailInVain      = "in-vain"
)

// detail is why something was not read or judged, said in the language of whoever asks. Its id names the words, its values are put into
// them. Without an id it is what another program says. Two that say the same are equal.
type detail struct {
	id     string
	values [2]any
}

func inFull(id string, values ...any) detail {
	of := detail{id: id}
	copy(of.values[:], values)
	return of
}

func storedAs(what string) detail {
	if what == "" {
		return inFull(detailOdd)
	}
	return inFull(detailStored, what)
}

func lineless(of control.Lineless) detail {
	if of.Of == "" {
		return inFull(of.Why)
	}
	return inFull(of.Why, of.Of)
}

// say is a detail in words.
func (w wording) say(of detail) string {
	var values []any
	for _, v := range of.values {
		switch v := v.(type) {
		case nil:
		case detail:
			values = append(values, w.say(v))
		case time.Duration:
			values = append(values, w.duration(v))
		default:
			values = append(values, v)
		}
	}
	if of.id == "" {
		return fmt.Sprint(values...)
	}
	return fmt.Sprintf(w.details[of.id], values...)
}
