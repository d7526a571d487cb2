package files

import (
	"encoding/json"
	"errors"

	"genjin/model"
)

// flatSince is the version since which the file of all records has a list a
// kind. Before it, records were within those that they belong to, and the lists
// of nobody's had names of their own.
const flatSince = 5

// flatten makes of an older file what this version would have written.
func (all *records) flatten() error {
	var errs []error
	loose, used := object{}, map[string]json.RawMessage{}
	for _, obj := range all.customers {
		projects := into(obj["projects"], &errs)
		obj["project"] = obj["projects"]
		for member, record := range map[string]string{"stages": "project_stage", "items": model.RowOfStep, "notes": "item_note"} {
			obj[record] = within(projects, member, &errs)
		}
		for _, p := range projects {
			if id := string(p["template_id"]); id != "" && id != "null" {
				used[id] = p["template"]
			}
		}
	}
	templates := into(all.loose["templates"], &errs)
	loose["template_stage"] = within(templates, "stages", &errs)
	loose["template_step"] = within(into(loose["template_stage"], &errs), "steps", &errs)
	for _, t := range templates {
		delete(used, string(t["id"]))
	}
	for id, name := range used {
		templates = append(templates, object{"id": json.RawMessage(id), "name": name, "built_in": json.RawMessage("true")})
	}
	loose["template"] = listJSON(templates)
	loose[model.RowOfProduct], loose["segment"], loose["handled"] = all.loose["products"], all.loose["segments"], all.loose["handled"]
	kinds := map[string][]object{}
	for _, one := range into(all.loose["loose"], &errs) {
		var record string
		_ = json.Unmarshal(one["record"], &record) // no text is no record
		if kind, ok := model.KindOf(record); !ok || !kind.Card {
			errs = append(errs, model.ErrFileUnreadable)
		}
		kinds[record] = append(kinds[record], one)
	}
	for record, list := range kinds {
		loose[record] = listJSON(list)
	}
	all.loose = loose
	return errors.Join(errs...)
}

// within are the objects that a member of each of a list holds.
func within(list []object, member string, errs *[]error) json.RawMessage {
	var all []object
	for _, obj := range list {
		all = append(all, into(obj[member], errs)...)
	}
	return listJSON(all)
}

func listJSON(list []object) json.RawMessage {
	text, _ := json.Marshal(list) // was read from JSON
	return text
}
