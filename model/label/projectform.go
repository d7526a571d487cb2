package label

import "genjin/model"

// ProgressWords are the words of a progress form that aren't fields.
type ProgressWords struct{ Title, Lead, Detail string }

// ProgressForm gives the words of a progress form 项目进度跟进表 of a template.
func ProgressForm(template string, l Lang) ProgressWords {
	if l == EN {
		return ProgressWords{Title: template + " progress", Lead: "Project lead", Detail: "Detail"}
	}
	return ProgressWords{Title: template + "进度跟进表", Lead: "项目主要负责人", Detail: "说明"}
}

// BriefWords are the words of a project's brief that aren't fields.
type BriefWords struct{ Title, Plan, From, To, Documents, File, Issued, Sign string }

// Brief gives the words of a project's brief 项目简介.
func Brief(l Lang) BriefWords {
	if l == EN {
		return BriefWords{Title: "Project brief", Plan: "Schedule", From: "From", To: "To", Documents: "Documents",
			File: "File", Issued: "Issued by", Sign: "Handed to the project lead:              Date:"}
	}
	return BriefWords{Title: "项目简介", Plan: "进度计划", From: "计划开始", To: "计划完成", Documents: "文件", File: "附件", Issued: "出具",
		Sign: "项目负责人签收:              日期:"}
}

// Stage is the stage that a project has reached: 5 研发 第2轮.
func Stage(v *model.ProjectView, l Lang) string {
	if v.Current < 0 {
		return pick(l, "全部完成", "all done")
	}
	st := &v.Stages[v.Current]
	text := model.NumberText(st.Seq) + " " + Either(st.Name, st.NameEN, l)
	if round := Round(st.Round, l); round != "" {
		text += " " + round
	}
	return text
}

// PastTarget says that a project is going to end after its target, as things stand;
// "" when it isn't.
func PastTarget(v *model.ProjectView, target model.Date, l Lang) string {
	late := v.After(target)
	if late == 0 {
		return ""
	}
	end, days := string(v.EndsOn), model.NumberText(int64(late))
	return pick(l, "按计划"+end+"做完,比目标晚"+days+"天", "planned to end "+end+", "+days+" d after the target")
}

// StageDays is how long a project stands in its stage against the plan:
// 64/30天.
func StageDays(v *model.ProjectView, l Lang) string {
	if v.Current < 0 {
		return ""
	}
	text := model.NumberText(int64(v.Days))
	if plan := v.Stages[v.Current].Days; plan > 0 {
		text += "/" + model.NumberText(plan)
	}
	return text + pick(l, "天", " d")
}
