package model

import (
	"slices"
	"strconv"
)

// TemplateOf is a template with how much of it there is.
type TemplateOf struct {
	Template
	Stages   int64 // that it has
	Projects int64 // that were made from it
}

// TemplateView is the list of templates, those that came with the program first.
var TemplateView = View[TemplateOf]{
	Record:  "template",
	Meta:    metaOfTemplate,
	Columns: slices.Concat(templateColumns(), Instants(metaOfTemplate)),
	Usual:   []string{"name", "name_en", "purpose", "built_in", "stages", "projects", "remark"},
	Sort:    "-built_in",
	Then:    "id",
	Presets: []Preset{{Code: "own", Filters: []Filter{{Field: "built_in", Op: OpEmpty}}}},
}

func metaOfTemplate(t *TemplateOf) *Meta { return &t.Meta }

func templateColumns() []Column[TemplateOf] {
	count := func(code, table string, of func(*TemplateOf) int64) Column[TemplateOf] {
		return Column[TemplateOf]{
			Spec: Spec{Code: code, Kind: KindNumber, Kept: true}, Zero: true,
			Get: func(t *TemplateOf, _ AsOf) string { return strconv.FormatInt(of(t), 10) },
			SQL: func(AsOf) string { return "(SELECT count(*) FROM " + table + " n WHERE n.template_id = r.id)" },
		}
	}
	return append(Lift(TemplateFields, func(t *TemplateOf) *Template { return &t.Template }),
		count("stages", "template_stage", func(t *TemplateOf) int64 { return t.Stages }),
		count("projects", "project", func(t *TemplateOf) int64 { return t.Projects }))
}
