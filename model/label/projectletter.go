package label

import (
	"genjin/model"
)

// ProjectLetterWords are the words of the letter to a customer on their project.
type ProjectLetterWords struct{ Title, To, Done, Now, Asks, NoAsks, Next string }

// ProjectLetter gives the words of that letter 项目进展函.
func ProjectLetter(l Lang) ProjectLetterWords {
	if l == EN {
		return ProjectLetterWords{Title: "progress", To: "To: ", Done: "Done", Now: "Under way", Asks: "What we need from you",
			NoAsks: "Nothing at the moment.", Next: "Next date"}
	}
	return ProjectLetterWords{Title: "进展", To: "致:", Done: "已完成", Now: "正在进行", Asks: "需要贵方配合", NoAsks: "目前没有。", Next: "下一个日期"}
}

// StageDone is a stage that is done, with its day.
func StageDone(st *model.StageView, l Lang) string {
	text := Either(st.Name, st.NameEN, l)
	if st.DoneOn != "" {
		text += pick(l, ","+string(st.DoneOn), ", "+string(st.DoneOn))
	}
	return text
}

// StageUnderWay is the stage that is worked on, with how far it is.
func StageUnderWay(st *model.StageView, l Lang) string {
	text := Either(st.Name, st.NameEN, l)
	if round := Round(st.Round, l); round != "" {
		text += " " + round
	}
	return text + pick(l, ",完成", ", ") + model.NumberText(int64(st.Percent())) + pick(l, "%", " % done")
}

// AskedFor is what the customer has to do, and by when.
func AskedFor(a *model.AskedFor, l Lang) string {
	text := Either(a.Item.Title, a.Item.TitleEN, l)
	days := model.NumberText(int64(a.Late))
	switch {
	case a.Late > 0:
		return text + pick(l, ",约定"+string(a.By)+",已过"+days+"天,请尽快", ", agreed for "+string(a.By)+", "+days+" d ago; please send it soon")
	case a.By != "":
		return text + pick(l, ",请在"+string(a.By)+"前", ", please by "+string(a.By))
	}
	return text + pick(l, ",请尽快", ", please soon")
}

// WhenFinished says when the stage that is worked on, and the whole project, are to
// be finished as things stand; nothing without a plan.
func WhenFinished(letter *model.ProjectLetter, target model.Date, l Lang) (lines []string) {
	if letter.Now != nil && letter.Now.DueOn != "" {
		name := Either(letter.Now.Name, letter.Now.NameEN, l)
		lines = append(lines, name+pick(l, ":计划"+string(letter.Now.DueOn)+"完成", ": planned to be done by "+string(letter.Now.DueOn)))
	}
	if letter.EndsOn != "" {
		whole := pick(l, "整个项目:预计"+string(letter.EndsOn)+"完成", "the whole project: expected by "+string(letter.EndsOn))
		if target != "" {
			whole += pick(l, ",目标"+string(target), ", target "+string(target))
		}
		lines = append(lines, whole)
	}
	return lines
}
