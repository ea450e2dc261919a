package signals

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// addReactions writes into every signal what the plan says people do about its characteristic, in that language, where
// the plan lacks it in the default one, else in its first one by name. It is a column for people to read: alert rules do not ask for it, since
// their columns are labels.
func (s *search) addReactions(signals []signal) {
	language, say := s.language(), s.words()
	for _, of := range signals {
		row := s.plan.Characteristics.At(of.Labels["station"], of.Labels["characteristic"], plan.Scope{Product: plan.Any}, s.Range.To.UnixNano())
		if row == nil {
			continue
		}
		of.Labels[vocabulary.IncludeReaction] = cmp.Or(textIn(language, row.Text("reaction_text")), say.noReaction)
	}
}

// textIn reads a text of several languages, {"en": "…"}.
func textIn(language, raw string) string {
	var texts map[string]string
	if json.Unmarshal([]byte(raw), &texts) != nil || len(texts) == 0 {
		return ""
	}
	for _, of := range []string{language, defaultLanguage} {
		if text, ok := texts[of]; ok {
			return text
		}
	}
	return texts[slices.Sorted(maps.Keys(texts))[0]]
}
