package plan

// PersonalData is what may be kept and shown of people.
type PersonalData string

// The modes of personal data, from all to nothing.
const (
	PersonalDataClear     PersonalData = "clear"
	PersonalDataPseudonym PersonalData = "pseudonym"
	PersonalDataOff       PersonalData = "off"
)

var strictness = map[PersonalData]int{PersonalDataClear: 0, PersonalDataPseudonym: 1, PersonalDataOff: 2}

// PersonalDataAt is the plan's mode of personal data at a moment: pseudonym before a plan was pushed, off for a word it does
// not know.
func PersonalDataAt(settings *Book, ns int64) PersonalData {
	mode := PersonalData(settingAt(settings, "personal_data", ns))
	if mode == "" {
		return PersonalDataPseudonym
	}
	if _, known := strictness[mode]; !known {
		return PersonalDataOff
	}
	return mode
}

// Stricter is the mode that shows less: one switch can only tighten the other. "" states nothing.
func (p PersonalData) Stricter(other PersonalData) PersonalData {
	if other != "" && strictness[other] > strictness[p] {
		return other
	}
	return p
}

// FreeTextAt tells whether notes, reasons and texts of events are shown at a moment where data about persons are so: only off
// leaves them out, unless the plan keeps them.
func FreeTextAt(settings *Book, mode PersonalData, ns int64) bool {
	return mode != PersonalDataOff || settingAt(settings, "keep_free_text", ns) == "true"
}

// settingAt is the text of a setting in force at a moment; "" when there is none. The book keeps settings under their name
// in place of a station.
func settingAt(settings *Book, name string, ns int64) string {
	if settings == nil {
		return ""
	}
	if row := settings.At(name, "", Scope{}, ns); row != nil {
		return row.Text("value")
	}
	return ""
}
