package plan

// Whose decisions about items count.
const (
	DecisionsByPeople = "cellthread"
	DecisionsByMES    = "mes"
	DecisionsByBoth   = "both"
)

// DecisionsBy is whose decisions counted that were stored at a moment (Unix ms), by what was known then; "" where nothing was said of it
// yet: everybody's. So a plan that is pushed later never judges anew what was decided before.
func (p *Plan) DecisionsBy(storedMs int64) string {
	const name = "decisions_by"
	if p == nil || p.Settings == nil {
		return ""
	}
	known := p.Settings.knownBy(name, storedMs)
	if known == 0 {
		return ""
	}
	row := p.Settings.Timeline(name, "", Scope{}, known).At(max(storedMs*1e6, p.Begin))
	if row == nil {
		return ""
	}
	return row.Text("value")
}

// knownBy is when the newest row of a setting was recorded that was known at a moment (Unix ms); 0 where none was.
func (b *Book) knownBy(name string, ms int64) (newest int64) {
	for _, r := range b.rows[[2]string{name, ""}] {
		if recorded := max(r.RecordedMs, 1); recorded <= ms {
			newest = max(newest, recorded)
		}
	}
	return newest
}
