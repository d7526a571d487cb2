package model

import "slices"

// Worked are the days on which each earlier round of a stage was worked on, the
// first round first: from when the round got there until its last item was
// done. The latest round is the stage's own.
func (p *ProjectOf) Worked(stage int) []Span {
	var list []Span
	for round := int64(1); round < p.Now.Stages[stage].Round; round++ {
		first, last := p.StartedOn, Date("")
		p.eachDone(func(s int, it *ProjectItem) {
			of := max(it.Round, 1)
			switch {
			case s == stage && of == round:
				last = max(last, it.DoneOn)
			case of < round || s < stage && of == round:
				first = max(first, it.DoneOn)
			}
		})
		if last != "" {
			list = append(list, Span{First: min(first, last), Last: last})
		}
	}
	return list
}

// eachDone gives the items that are done as of the view's day, of every round.
func (p *ProjectOf) eachDone(fn func(stage int, it *ProjectItem)) {
	for s := range p.Now.Stages {
		for _, it := range slices.Concat(p.Now.Stages[s].Earlier, p.Now.Stages[s].Items) {
			if it.State == ItemDone && it.DoneOn != "" && it.DoneOn <= p.Now.AsOf {
				fn(s, &it)
			}
		}
	}
}
