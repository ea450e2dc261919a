package health

import (
	"fmt"
	"strings"
)

// wording is what is said of a part, in one language; the verbs of each format are those of its use.
type wording struct {
	decimal string

	nothingTells, notAllSeen                        string
	noRecord, lagOfOne, lag, nothingLate, cameLate  string
	refused, nothingRefused                         string
	filesFailed, noFile, filesRead                  string
	gathered, wrote, queued, noSave, savedAgo, free string
	noKeeper, looked, neverLooked, catchingUp       string
	noSeal, sealedUpTo                              string
}

var wordings = map[string]wording{"en": english, "de": german}

// wordsOf are those of a language; of one that nobody wrote any in, English.
func wordsOf(language string) wording {
	if of, known := wordings[language]; known {
		return of
	}
	return english
}

func (w wording) say(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// duration writes seconds in the largest unit of which there are two.
func (w wording) duration(seconds float64) string {
	for _, unit := range []struct {
		name string
		s    float64
	}{{"d", 86400}, {"h", 3600}, {"min", 60}} {
		if seconds >= 2*unit.s {
			return fmt.Sprintf("%.0f %s", seconds/unit.s, unit.name)
		}
	}
	if seconds >= 10 {
		return fmt.Sprintf("%.0f s", seconds)
	}
	return strings.Replace(fmt.Sprintf("%.1f s", seconds), ".", w.decimal, 1)
}
