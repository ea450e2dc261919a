package signals

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// textsOf are all texts of a wording by where they stand.
func textsOf(w wording) map[string]string {
	out := map[string]string{}
	var walk func(where string, v reflect.Value)
	walk = func(where string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			out[where] = v.String()
		case reflect.Array:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s/%d", where, i), v.Index(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(where+"/"+key.String(), v.MapIndex(key))
			}
		default:
			panic(where + " is neither a text nor made of texts")
		}
	}
	of := reflect.ValueOf(w)
	for i := range of.NumField() {
		walk(of.Type().Field(i).Name, of.Field(i))
	}
	return out
}

var word = regexp.MustCompile(`\pL{3,}`)

func wordsOf(texts map[string]string) map[string]bool {
	out := map[string]bool{}
	for _, text := range texts {
		for _, w := range word.FindAllString(strings.ToLower(text), -1) {
			out[w] = true
		}
	}
	return out
}

// sameInBoth are texts that two languages share.
var sameInBoth = []string{"atStation", "unreadAt"}

func TestEveryLanguageThatAPlanMayChooseHasEveryTextAndNoneOfAnother(t *testing.T) {
	if len(wordings) != len(vocabulary.Languages) {
		t.Errorf("there are %d wordings for the languages %v", len(wordings), vocabulary.Languages)
	}
	english := textsOf(wordings[defaultLanguage])
	for _, language := range vocabulary.Languages {
		texts := textsOf(wordings[language])
		for where, text := range english {
			of, has := texts[where]
			if !has || of == "" {
				t.Errorf("%s lacks %s", language, where)
			}
			if language != defaultLanguage && of == text && word.MatchString(text) && !slices.Contains(sameInBoth, where) {
				t.Errorf("%s has the English %s: %s", language, where, text)
			}
			if verbs := regexp.MustCompile(`%[a-z]`); !slices.Equal(verbs.FindAllString(of, -1), verbs.FindAllString(text, -1)) {
				t.Errorf("%s puts other values into %s: %s", language, where, of)
			}
		}
		if len(texts) != len(english) {
			t.Errorf("%s has %d texts, English %d", language, len(texts), len(english))
		}
	}
}

// names are those of the plan and of cells.
var names = strings.NewReplacer("Fill mass", "", "CELL7", "", "keeper hold", "")

// everything is what a speaker says of whatever may be wrong, not read or not there.
func everything(say *speaker) []string {
	var out []string
	for _, of := range said() {
		out = append(out, say.sentence(of), say.action(of))
	}
	for _, kind := range vocabulary.FoundSignals {
		for _, reason := range vocabulary.UnreadReasons {
			out = append(out, say.sentence(signal{Labels: map[string]string{"kind": vocabulary.SignalUnread, "rule": kind + "/" + reason}}))
		}
	}
	for _, reason := range vocabulary.RejectedReasons {
		out = append(out, say.sentence(signal{Labels: map[string]string{"kind": vocabulary.SignalRejected, "rule": reason}}))
	}
	for _, rule := range vocabulary.SignalRules {
		out = append(out, say.sentence(signal{Labels: map[string]string{"kind": vocabulary.SignalOutOfSpec, "rule": rule}}))
	}
	for _, of := range []detail{
		storedAs(""), storedAs("string"), lineless(control.Lineless{Why: control.LinelessRetired}), lineless(control.Lineless{Why: control.LinelessModel, Of: "p"}),
		inFull(detailLearning, 3*time.Hour), crowded(summary.Crowd{}), crowded(summary.Crowd{Lots: true}), inFull(detailOverdue), inFull(detailNever),
		inFull(detailTooLong), inFull(detailGivenUp), inFull(detailWaitingSame, 3), inFull(detailWaitingLeft, 3), inFull(detailUnasked), inFull(detailUnaskedAt, "s1"), inFull(detailOwed, time.Hour), inFull(detailLotsBefore, "filling", inFull(detailTooLong)), inFull(detailBeside, inFull(detailTooLong)), inFull(detailReading, "filling", 72*time.Hour), inFull(detailLarge, 7, "MB"),
		inFull(detailInVain, "2026-03-10T09:00:00Z", "2026-03-10T11:45:00Z"),
	} {
		out = append(out, say.say(of))
	}
	for _, of := range []looked{{monitors: 3, stations: 1}, {monitors: 9, stations: 2, judging: 4, learning: 3, left: time.Hour}} {
		out = append(out, say.nothing(of))
	}
	return append(out, say.noReaction, say.noPlan, say.unplanned, say.noInput, say.noVisits, say.nothingOpen, say.nothingNew)
}

func TestNothingThatIsSaidInAnotherLanguageHasAnEnglishWord(t *testing.T) {
	english := wordsOf(textsOf(wordings[defaultLanguage]))
	for _, language := range vocabulary.Languages {
		if language == defaultLanguage {
			continue
		}
		own := wordsOf(textsOf(wordings[language]))
		for _, said := range everything(speakerOf(language, planned(t))) {
			for _, w := range word.FindAllString(strings.ToLower(names.Replace(said)), -1) {
				if english[w] && !own[w] {
					t.Errorf("%q is English: %s", w, said)
				}
			}
			if strings.Contains(said, "%!") {
				t.Errorf("a value is left over or missing: %s", said)
			}
		}
	}
}

func TestItemsAreCalledWhatTheStationWorksOn(t *testing.T) {
	for language, want := range map[string]map[string]string{
		"en": {"filling": "2 cells", "coating": "2 rolls", "grading": "2 cells", "assembly": "2 modules", "nowhere": "2 items"},
		"de": {"filling": "2 Zellen", "coating": "2 Rollen", "grading": "2 Zellen", "assembly": "2 Module", "nowhere": "2 Teile"},
	} {
		say := speakerOf(language, planned(t))
		for station, items := range want {
			of := *began(morning.UnixNano())
			of.Cells, of.OutOfSpec = 2, 1
			labels := map[string]string{"kind": vocabulary.SignalOutOfControl, "rule": vocabulary.SignalRuleSpread, "station": station}
			if said := say.sentence(signal{Labels: labels, Facts: &of}); !strings.Contains(said, "; "+items+", ") {
				t.Errorf("at %s %s is said: %s; want %s", station, language, said, items)
			}
			labels["kind"] = vocabulary.SignalKOfN
			if said := say.sentence(signal{Labels: labels, Facts: &of}); !strings.Contains(said, items) {
				t.Errorf("at %s %s is said of several: %s; want %s", station, language, said, items)
			}
		}
	}
}

func TestALineIsCalledByItsName(t *testing.T) {
	said := speakerOf("en", planned(t)).sentence(signal{Labels: map[string]string{"kind": vocabulary.SignalMissing, "site": "s1", "line": "l2", "station": "filling"}})
	if !strings.HasPrefix(said, "filling Line two: ") {
		t.Error(said)
	}
}
