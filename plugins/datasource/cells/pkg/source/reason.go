package source

import "fmt"

// Reason is why an answer has no rows. Word stands where a count of zero would be untrue; without it zero is the count.
type Reason struct{ Word, Sentence string }

// Because keeps why there are no rows; the first reason stands.
func (r *Run) Because(word, format string, args ...any) {
	r.Log.because(&Reason{word, fmt.Sprintf(format, args...)})
}
