package source

// Reason is why an answer has no rows. Word stands where a count of zero would be untrue; without it zero is the count.
type Reason struct{ Word, Sentence string }
